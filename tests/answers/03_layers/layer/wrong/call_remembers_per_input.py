# misconception: __call__ keeps the result for an input that it has seen before. Call self.forward
#   anew each time.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        seen = self.__dict__.setdefault('_seen', {})
        if id(x) not in seen:
            seen[id(x)] = (x, self.forward(x, *args, **kwargs))
        return seen[id(x)][1]

    def parameters(self):
        return []
