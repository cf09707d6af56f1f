# misconception: forward gets the extra arguments as one tuple and one dict. Write the stars in
#   the call too: self.forward(x, *args, **kwargs).
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError("Subclasses must implement forward()")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, args, kwargs)

    def parameters(self):
        return []
