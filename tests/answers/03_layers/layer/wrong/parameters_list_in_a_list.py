# misconception: The empty list comes inside another list.
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return [[]]
