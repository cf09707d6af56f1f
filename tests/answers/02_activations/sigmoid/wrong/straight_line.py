# misconception: You compute a straight line, cut at 0 and 1. The sigmoid is the curve 1 / (1 +
#   exp(-x)).
class Sigmoid:
    def forward(self, x):
        line = 0.25 * x.data + 0.5
        return Tensor(np.clip(line, 0, 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
