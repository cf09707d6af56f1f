# misconception: __call__ takes extra arguments but drops them. Pass them on: self.forward(x,
#   *args, **kwargs).
# read: 1. Layer
# rank: 10
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x)

    def parameters(self):
        return []
