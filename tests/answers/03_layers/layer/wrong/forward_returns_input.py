# misconception: The forward of Layer returns x. It cannot know what to compute: raise
#   NotImplementedError.
# read: 1. Layer
class Layer:
    """Base class of all layers."""

    def forward(self, x):
        return x

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def parameters(self):
        return []
