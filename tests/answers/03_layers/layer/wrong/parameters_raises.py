# misconception: parameters() raises an error. Only forward does: return an empty list, [].
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError("forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        raise NotImplementedError("parameters")
