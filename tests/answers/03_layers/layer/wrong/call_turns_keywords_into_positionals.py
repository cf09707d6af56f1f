# misconception: Arguments that came by name reach forward by position. Write **kwargs, so that
#   each keeps its name.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        everything = list(args) + list(kwargs.values())
        return self.forward(x, *everything)

    def parameters(self):
        return []
