# misconception: You swap the two powers in the numerator: it is exp(x) - exp(-x).
class Tanh:
    def forward(self, x):
        small = np.exp(-2 * np.abs(x.data))
        t = (1 - small) / (1 + small)
        return Tensor(np.where(x.data >= 0, -t, t))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
