# style: Conversion in a try, the message speaks of a chance.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        try:
            good = not isinstance(p, (str, bytes, list, tuple)) and 0.0 <= float(p) <= 1.0
        except (TypeError, ValueError):
            good = False
        if not good:
            raise ValueError('p is the chance that an element is dropped: from 0 to 1')
        self.p = float(p)

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
