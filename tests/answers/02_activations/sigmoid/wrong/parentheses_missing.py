# misconception: Parentheses are missing, so 1 / 1 is computed first.
class Sigmoid:
    def forward(self, x):
        return Tensor(1 / 1 + np.exp(-x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
