# misconception: The message of your ValueError does not say what p means. Write that p is the
#   probability of dropping an element.
# rank: 50
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f'p must be in [0, 1], got {p}')
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
