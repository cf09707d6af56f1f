# misconception: The call passes positional arguments on and takes no keywords.
class Layer:
    def forward(self, x):
        raise NotImplementedError("implement forward in a subclass")

    def __call__(self, x, *args):
        return self.forward(x, *args)

    def parameters(self):
        return []
