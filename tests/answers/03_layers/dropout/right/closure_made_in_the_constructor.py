# style: The constructor chooses the function that training uses.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        if p == 1:
            self._train = lambda x: Tensor(np.zeros(x.shape))
        elif p == 0:
            self._train = lambda x: Tensor(x)
        else:
            self._train = self._drop

    def forward(self, x, training=True):
        return self._train(x) if training else x

    def parameters(self):
        return []

    def _drop(self, x):
        y = np.array(x.data)
        y[np.random.random(y.shape) < self.p] = 0.0
        y /= 1 - self.p
        return Tensor(y)
