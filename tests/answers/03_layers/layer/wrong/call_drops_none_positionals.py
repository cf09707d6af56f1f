# misconception: __call__ leaves out arguments by position that are None or 0. Pass on all of them
#   with *args.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *[a for a in args if a], **kwargs)

    def parameters(self):
        return []
