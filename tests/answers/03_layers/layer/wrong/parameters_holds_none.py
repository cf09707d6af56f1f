# misconception: parameters() returns a list with None in it. Return an empty list, [].
# read: 1. Layer
class Layer:
    weight = None

    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return [self.weight]
