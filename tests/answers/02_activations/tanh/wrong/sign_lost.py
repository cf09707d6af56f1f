# misconception: You lose the sign of x. tanh(-x) is -tanh(x).
class Tanh:
    def forward(self, x):
        small = np.exp(-2 * np.abs(x.data))
        return Tensor((1 - small) / (1 + small))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
