# misconception: __call__ takes arguments by position but does not pass them on. Write *args in
#   the call of self.forward too.
# read: 1. Layer
# rank: 20
class Layer:
    def forward(self, x, *args, **kwargs):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, **kwargs)

    def parameters(self):
        return []
