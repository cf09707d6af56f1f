# misconception: The forward of Layer raises a ValueError. Raise NotImplementedError.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise ValueError("forward() is not implemented")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        params = []
        return params
