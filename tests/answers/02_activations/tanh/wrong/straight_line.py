# misconception: The entries are cut at -1 and 1, a straight line for the curve.
class Tanh:
    def forward(self, x):
        return Tensor(np.clip(x.data, -1, 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
