# misconception: The NotImplementedError is raised when the layer is made and not when forward is called.
class Layer:
    def __init__(self):
        raise NotImplementedError("Layer is only a base class")

    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
