# misconception: The forward of Layer takes no x. Write forward(self, x), and raise
#   NotImplementedError in it.
# read: 1. Layer
class Layer:
    def forward(self):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
