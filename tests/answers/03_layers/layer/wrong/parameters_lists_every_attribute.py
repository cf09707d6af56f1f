# misconception: parameters() lists whatever the layer stores. The base class has no parameters:
#   return [], always.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return list(self.__dict__.values())
