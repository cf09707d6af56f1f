# misconception: __call__ takes x and nothing else. Let it take *args and **kwargs, and pass them
#   on to self.forward.
# read: 1. Layer
# rank: 10
class Layer:
    def forward(self, x):
        raise NotImplementedError("implement forward in a subclass")

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
