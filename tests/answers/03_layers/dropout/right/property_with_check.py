# style: p is a property whose setter checks it; parameters() is inherited from Layer as it is.
class Dropout(Layer):
    def __init__(self, p=0.5):
        self.p = p

    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, value):
        number = isinstance(value, (int, float, np.integer, np.floating))
        if not number or not 0 <= value <= 1:
            raise ValueError(f"p is the chance (probability) of dropping an element, in [0, 1]; got {value!r}")
        self._p = value

    def forward(self, x, training=True):
        if not training or self._p == 0:
            return x
        if self._p == 1:
            return Tensor(np.zeros(x.shape))
        threshold = self._p
        mask = np.greater_equal(np.random.sample(x.shape), threshold)
        return Tensor(np.multiply(x.data, mask) / (1 - threshold))

    def parameters(self):
        return []
