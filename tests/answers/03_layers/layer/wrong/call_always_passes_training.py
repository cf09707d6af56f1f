# misconception: __call__ hands training to every forward, also to one that does not take it. Pass
#   on only what came: *args, **kwargs.
# read: 1. Layer
class Layer:
    def forward(self, x, training=True):
        raise NotImplementedError

    def __call__(self, x, training=True):
        return self.forward(x, training=training)

    def parameters(self):
        return []
