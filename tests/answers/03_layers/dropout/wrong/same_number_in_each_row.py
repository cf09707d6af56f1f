# misconception: You drop the same number of elements in each row. Decide each element on its
#   own.
# read: The mask
# rank: 35
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
        n = x.shape[-1] if x.ndim else 1
        order = np.argsort(np.random.random(x.shape or (1,)), axis=-1).argsort(axis=-1)
        mask = (order >= round(n * self.p)).reshape(x.shape)
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
