# misconception: parameters is a property, so calling it as parameters() is a TypeError.
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    @property
    def parameters(self):
        return []
