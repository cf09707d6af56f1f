# misconception: forward gets the names of the arguments in place of their values. Write two
#   stars: **kwargs.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError("Subclasses must implement forward()")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, *kwargs)

    def parameters(self):
        return []
