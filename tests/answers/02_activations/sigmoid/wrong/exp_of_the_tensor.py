# misconception: You give NumPy the Tensor itself. Compute with its array, x.data.
class Sigmoid:
    def forward(self, x):
        return 1 / (1 + np.exp(-x))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
