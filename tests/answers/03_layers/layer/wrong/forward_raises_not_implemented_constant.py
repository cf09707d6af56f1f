# misconception: NotImplemented is a constant and cannot be raised. Raise NotImplementedError.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplemented("forward must be overridden")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
