# misconception: The call takes the input only, so layer(x, training=False) is a TypeError.
class Layer:
    def forward(self, x):
        raise NotImplementedError("implement forward in a subclass")

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
