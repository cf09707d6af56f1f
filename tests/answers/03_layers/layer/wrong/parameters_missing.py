# misconception: Layer has no method parameters. Write it: it returns an empty list, [].
# read: 1. Layer
class Layer:
    """All layers inherit from this class."""

    def forward(self, x):
        raise NotImplementedError("write forward in your layer")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)
