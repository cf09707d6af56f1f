# misconception: __call__ runs forward twice. Call it once and return its result.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        if self.forward(x, *args, **kwargs) is None:
            raise ValueError("forward returned nothing")
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
