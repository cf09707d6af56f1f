# misconception: __call__ runs forward but does not return its result. Write return
#   self.forward(...).
# read: 1. Layer
# rank: 10
class Layer:
    def forward(self, x):
        raise NotImplementedError("Subclasses must implement forward()")

    def __call__(self, x, *args, **kwargs):
        self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
