# style: The formula as it stands: for large negative inputs there is a warning and the right result.
class Sigmoid:
    def forward(self, x):
        return Tensor(1 / (1 + np.exp(-x.data)))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
