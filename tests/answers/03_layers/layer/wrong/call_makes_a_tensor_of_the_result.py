# misconception: __call__ makes a Tensor of the result. Return what forward returns, as it is.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return Tensor(self.forward(x, *args, **kwargs))

    def parameters(self):
        return []
