# misconception: parameters() of the base refuses like forward does, so a layer without parameters breaks.
class Layer:
    def forward(self, x):
        raise NotImplementedError("forward")

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        raise NotImplementedError("parameters")
