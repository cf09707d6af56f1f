# misconception: (e - 1) / (e + 1) with e = exp(2x) is NaN for large positive inputs.
class Tanh:
    def forward(self, x):
        e = np.exp(2 * x.data)
        return Tensor((e - 1) / (e + 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
