# misconception: Making a layer raises an error. Only forward raises NotImplementedError; Layer
#   needs no __init__.
# read: 1. Layer
class Layer:
    def __init__(self):
        raise NotImplementedError("Layer is only a base class")

    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
