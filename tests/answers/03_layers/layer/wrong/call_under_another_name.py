# misconception: The method is named call and not __call__, so layer(x) does not work.
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def call(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
