# misconception: The extra arguments reach forward in reverse order. Pass them on as they came:
#   *args.
# read: 1. Layer
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args[::-1], **kwargs)

    def parameters(self):
        return []
