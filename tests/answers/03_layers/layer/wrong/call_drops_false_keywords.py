# misconception: __call__ leaves out arguments by name that are False, 0 or None. Pass on all of
#   them with **kwargs.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        given = {k: v for k, v in kwargs.items() if v}
        return self.forward(x, *args, **given)

    def parameters(self):
        return []
