# misconception: A straight line cut at 0 and 1 is used for the curve.
class Sigmoid:
    def forward(self, x):
        line = 0.25 * x.data + 0.5
        return Tensor(np.clip(line, 0, 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
