# misconception: parameters() of the base is left empty and returns None instead of an empty list.
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        pass
