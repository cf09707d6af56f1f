# misconception: The forward of Layer returns the error as an object. Write raise in place of
#   return.
# read: 1. Layer
class Layer:
    def forward(self, x):
        return NotImplementedError("a subclass must write forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return list()
