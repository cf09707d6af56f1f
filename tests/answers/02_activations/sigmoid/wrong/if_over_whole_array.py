# misconception: You choose one form for the whole array. The sign of each entry decides.
class Sigmoid:
    def forward(self, x):
        if x.data.flat[0] >= 0:
            return Tensor(1 / (1 + np.exp(-x.data)))
        e = np.exp(x.data)
        return Tensor(e / (1 + e))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
