# style: One function makes all three methods, set in a loop.
def _reduction(name):
    def method(self, axis=None, keepdims=False):
        return Tensor(getattr(np, name)(self.data, axis=axis, keepdims=keepdims))

    return method


for _name in ("sum", "mean", "max"):
    setattr(Tensor, _name, _reduction(_name))
