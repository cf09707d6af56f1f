# misconception: Keywords that forward does not name are dropped without a word, even where it takes **kwargs.
import inspect


class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        known = inspect.signature(self.forward).parameters
        kwargs = {k: v for k, v in kwargs.items() if k in known}
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
