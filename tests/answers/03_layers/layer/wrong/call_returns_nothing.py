# misconception: The call runs forward and forgets to return its result.
class Layer:
    def forward(self, x):
        raise NotImplementedError("Subclasses must implement forward()")

    def __call__(self, x, *args, **kwargs):
        self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
