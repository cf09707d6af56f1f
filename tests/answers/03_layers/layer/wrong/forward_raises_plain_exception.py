# misconception: The forward of Layer raises another error. Raise NotImplementedError.
# read: 1. Layer
# rank: 200
class Layer:
    def forward(self, *args, **kwargs):
        raise Exception("Not implemented!")

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def parameters(self):
        return []
