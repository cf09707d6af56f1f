# misconception: The call passes keywords on and takes no positional argument beside the input.
class Layer:
    def forward(self, x):
        raise NotImplementedError("implement forward in a subclass")

    def __call__(self, x, **kwargs):
        return self.forward(x, **kwargs)

    def parameters(self):
        return []
