# misconception: Your layers with the same p drop the same elements. Set no seed, so that each
#   layer draws its own numbers.
# read: The mask
# rank: 60
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        self.rng = np.random.default_rng(int(p * 1000))

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = self.rng.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
