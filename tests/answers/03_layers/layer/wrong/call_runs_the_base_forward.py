# misconception: The call asks for the forward of the base class, so the one of the subclass never runs.
class Layer:
    def forward(self, x, *args, **kwargs):
        raise NotImplementedError("forward is missing")

    def __call__(self, x, *args, **kwargs):
        return Layer.forward(self, x, *args, **kwargs)

    def parameters(self):
        return []
