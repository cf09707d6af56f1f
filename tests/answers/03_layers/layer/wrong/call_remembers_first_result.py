# misconception: The call keeps the first result and returns it for every later input.
class Layer:
    output = None

    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        if self.output is None:
            self.output = self.forward(x, *args, **kwargs)
        return self.output

    def parameters(self):
        return []
