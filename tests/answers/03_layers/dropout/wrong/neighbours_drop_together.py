# misconception: You drop neighbours together, two at a time. Draw one random number for each
#   element.
# read: The mask
# rank: 90
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        half = np.random.random((x.size + 1) // 2) >= self.p
        mask = np.repeat(half, 2)[: x.size].reshape(x.shape)
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
