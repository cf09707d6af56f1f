# misconception: Extra positional arguments arrive in reverse order.
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args[::-1], **kwargs)

    def parameters(self):
        return []
