# misconception: __call__ uses yield, so layer(x) is a generator and forward does not run. Use
#   return.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        yield self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
