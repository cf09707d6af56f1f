# misconception: The forward of Layer returns the constant NotImplemented. Write raise
#   NotImplementedError(...).
# read: 1. Layer
class Layer:
    def forward(self, x):
        return NotImplemented

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
