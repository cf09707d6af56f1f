# misconception: parameters() uses yield, so it returns a generator. Return an empty list, [].
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        yield from []
