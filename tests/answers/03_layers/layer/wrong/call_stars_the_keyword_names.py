# misconception: One star instead of two passes on the names of the keywords, not their values.
class Layer:
    def forward(self, x):
        raise NotImplementedError("Subclasses must implement forward()")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, *kwargs)

    def parameters(self):
        return []
