# misconception: You leave out brackets: 1 / (1 + exp(-x)) divides by the whole sum.
class Sigmoid:
    def forward(self, x):
        return Tensor(1 / 1 + np.exp(-x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
