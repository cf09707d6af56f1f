# misconception: parameters() returns None. Return an empty list, [].
# read: 1. Layer
# rank: 10
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        pass
