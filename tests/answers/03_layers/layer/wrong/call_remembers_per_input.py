# misconception: The result is kept per input object, so a second call with the same x does not run forward.
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
