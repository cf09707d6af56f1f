# misconception: The base forward raises a bare Exception instead of a NotImplementedError.
class Layer:
    def forward(self, *args, **kwargs):
        raise Exception("Not implemented!")

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def parameters(self):
        return []
