# style: A safe sigmoid in a helper of the class, doubled and shifted.
class Tanh:
    def _sigmoid(self, z):
        small = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, small) / (1 + small)

    def forward(self, x):
        return Tensor(2 * self._sigmoid(2 * x.data) - 1)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
