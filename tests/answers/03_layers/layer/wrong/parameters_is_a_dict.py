# misconception: parameters() returns a dict. Return an empty list, [].
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return {}
