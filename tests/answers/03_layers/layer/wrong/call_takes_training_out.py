# misconception: __call__ keeps training to itself, so forward never gets it. Pass on every
#   argument.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        training = kwargs.pop('training', True)
        self.training = training
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
