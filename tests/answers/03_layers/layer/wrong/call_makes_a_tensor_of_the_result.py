# misconception: The result is wrapped in a Tensor, whatever forward returned.
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return Tensor(self.forward(x, *args, **kwargs))

    def parameters(self):
        return []
