# misconception: __call__ runs the forward of Layer, not that of the object's own class. Write
#   self.forward.
# read: 1. Layer
class Layer:
    def forward(self, x, *args, **kwargs):
        raise NotImplementedError("forward is missing")

    def __call__(self, x, *args, **kwargs):
        return Layer.forward(self, x, *args, **kwargs)

    def parameters(self):
        return []
