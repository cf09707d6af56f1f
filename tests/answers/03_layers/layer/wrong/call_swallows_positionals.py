# misconception: The call accepts positional arguments and passes only the keywords on.
class Layer:
    def forward(self, x, *args, **kwargs):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, **kwargs)

    def parameters(self):
        return []
