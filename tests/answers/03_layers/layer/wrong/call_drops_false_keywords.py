# misconception: Keywords whose value counts as false, such as training=False or by=0, are left out.
class Layer:
    def forward(self, x):
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, x, *args, **kwargs):
        given = {k: v for k, v in kwargs.items() if v}
        return self.forward(x, *args, **given)

    def parameters(self):
        return []
