# misconception: parameters() returns a list with None in it and not an empty list.
class Layer:
    weight = None

    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return [self.weight]
