# misconception: You treat x > 0 and x < 0 and leave out x = 0, where the sigmoid is a half.
class Sigmoid:
    def forward(self, x):
        result = np.zeros_like(x.data)
        pos = x.data > 0
        neg = x.data < 0
        result[pos] = 1 / (1 + np.exp(-x.data[pos]))
        result[neg] = np.exp(x.data[neg]) / (1 + np.exp(x.data[neg]))
        return Tensor(result)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
