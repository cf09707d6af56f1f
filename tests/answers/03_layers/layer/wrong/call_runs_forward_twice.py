# misconception: The call runs forward once to check it and a second time for the result.
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        if self.forward(x, *args, **kwargs) is None:
            raise ValueError("forward returned nothing")
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
