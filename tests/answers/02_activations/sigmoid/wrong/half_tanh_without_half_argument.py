# misconception: You compute the sigmoid of 2x. With tanh it is (1 + tanh(x / 2)) / 2.
class Sigmoid:
    def forward(self, x):
        return Tensor(0.5 * (1 + np.tanh(x.data)))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
