# misconception: __call__ returns x where forward returns None or 0. Return what forward returns,
#   whatever it is.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs) or x

    def parameters(self):
        return []
