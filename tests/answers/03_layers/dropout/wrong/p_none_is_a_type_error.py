# misconception: For p = None your constructor raises a TypeError. Check isinstance(p, Real)
#   first and raise a ValueError.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if isinstance(p, (str, list)) or not 0 <= p <= 1:
            raise ValueError('p is a probability')
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
