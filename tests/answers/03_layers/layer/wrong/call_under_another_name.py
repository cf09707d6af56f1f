# misconception: layer(x) does not work: the method must be named __call__, with two underscores
#   on both sides.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def call(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
