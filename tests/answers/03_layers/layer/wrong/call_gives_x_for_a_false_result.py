# misconception: A result that counts as false (None, 0, an empty list) is replaced by x.
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs) or x

    def parameters(self):
        return []
