# style: The call lives in a small class that Layer inherits.
class Callable:
    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)


class Layer(Callable):
    def forward(self, x):
        """Overridden by every layer."""
        raise NotImplementedError("Layer.forward: override me")

    def parameters(self):
        return []
