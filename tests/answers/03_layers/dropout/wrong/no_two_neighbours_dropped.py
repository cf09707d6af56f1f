# misconception: You never drop two neighbours. Decide each element on its own.
# read: The mask
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
        flat = np.random.random(x.size) >= self.p
        for i in range(1, x.size):
            if not flat[i - 1]:
                flat[i] = True
        mask = flat.reshape(x.shape)
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
