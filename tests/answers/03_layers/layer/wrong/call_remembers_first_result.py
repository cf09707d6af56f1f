# misconception: __call__ keeps the result of its first call and returns it for every later input.
#   Call self.forward anew each time.
# read: 1. Layer
class Layer:
    output = None

    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        if self.output is None:
            self.output = self.forward(x, *args, **kwargs)
        return self.output

    def parameters(self):
        return []
