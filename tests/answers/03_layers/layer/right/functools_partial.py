# style: functools.partial binds the arguments first.
from functools import partial


class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        bound = partial(self.forward, x, *args, **kwargs)
        result = bound()
        return result

    def parameters(self):
        return list(())
