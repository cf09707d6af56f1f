# misconception: __call__ takes arguments by name but does not pass them on. Write **kwargs in the
#   call of self.forward too.
# read: 1. Layer
# rank: 20
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args)

    def parameters(self):
        return []
