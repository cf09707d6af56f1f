# misconception: The call catches the NotImplementedError and returns the input as if nothing was missing.
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        try:
            return self.forward(x, *args, **kwargs)
        except NotImplementedError:
            return x

    def parameters(self):
        return []
