# misconception: __call__ catches the error that forward raises. Let it reach the caller.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        try:
            return self.forward(x, *args, **kwargs)
        except NotImplementedError:
            return x

    def parameters(self):
        return []
