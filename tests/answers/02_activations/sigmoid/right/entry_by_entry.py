# style: A function for one number, applied to every entry with np.vectorize.
import math


def _sigmoid(value):
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    power = math.exp(value)
    return power / (1 + power)


class Sigmoid:
    def forward(self, x):
        return Tensor(np.vectorize(_sigmoid, otypes=[float])(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
