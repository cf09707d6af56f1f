# misconception: The base forward passes its input through instead of refusing.
class Layer:
    """Base class of all layers."""

    def forward(self, x):
        return x

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def parameters(self):
        return []
