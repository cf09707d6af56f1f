# style: 1 - 2 / (exp(2x) + 1): the overflow does no harm.
class Tanh:
    def forward(self, x):
        with np.errstate(over="ignore"):
            return Tensor(1 - 2 / (np.exp(2 * x.data) + 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
