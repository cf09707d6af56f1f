# misconception: The base has no parameters() at all, so a layer that inherits it cannot be asked.
class Layer:
    """All layers inherit from this class."""

    def forward(self, x):
        raise NotImplementedError("write forward in your layer")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)
