# style: operator.methodcaller makes the call.
import operator


class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return operator.methodcaller('forward', x, *args, **kwargs)(self)

    def parameters(self):
        return []
