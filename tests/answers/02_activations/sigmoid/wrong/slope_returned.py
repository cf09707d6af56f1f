# misconception: You return the slope, s (1 - s). Return s itself.
class Sigmoid:
    def forward(self, x):
        s = 0.5 * (1 + np.tanh(x.data / 2))
        return Tensor(s * (1 - s))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
