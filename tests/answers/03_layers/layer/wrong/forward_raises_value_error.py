# misconception: The base forward raises a ValueError instead of a NotImplementedError.
class Layer:
    def forward(self, x):
        raise ValueError("forward() is not implemented")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        params = []
        return params
