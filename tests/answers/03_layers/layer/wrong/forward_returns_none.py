# misconception: The forward of Layer returns None. Raise NotImplementedError, so that a missing
#   forward is noticed at once.
# read: 1. Layer
# rank: 50
class Layer:
    def forward(self, x):
        pass

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
