# misconception: forward gets a copy of x. Hand it the very tensor that the layer was called with.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(Tensor(x), *args, **kwargs)

    def parameters(self):
        return []
