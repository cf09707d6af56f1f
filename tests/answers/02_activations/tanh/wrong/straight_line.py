# misconception: You cut x at -1 and 1. tanh is a curve.
class Tanh:
    def forward(self, x):
        return Tensor(np.clip(x.data, -1, 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
