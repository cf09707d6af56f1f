# misconception: The sign of the input is lost by the absolute value.
class Tanh:
    def forward(self, x):
        small = np.exp(-2 * np.abs(x.data))
        return Tensor((1 - small) / (1 + small))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
