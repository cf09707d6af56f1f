# misconception: Two calls in a row drop the same elements. Draw a new mask in each call.
# read: The mask
# rank: 70
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        self.calls, self.mask = 0, None

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        if self.calls % 2 == 0 or self.mask.shape != x.shape:
            self.mask = np.random.random(x.shape) >= self.p
        self.calls += 1
        mask = self.mask
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
