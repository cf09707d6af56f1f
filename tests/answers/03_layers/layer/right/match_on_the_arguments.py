# style: A match statement tells the calls with and without extras apart.
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        match args, kwargs:
            case (), {} if not kwargs:
                return self.forward(x)
            case _, {}:
                return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
