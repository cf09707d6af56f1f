# misconception: You refuse NumPy's numbers. Check with isinstance(p, Real), which accepts them.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if type(p) not in (int, float) or not 0 <= p <= 1:
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
