# misconception: Your layer uses the random numbers of its first call again. Draw new ones in
#   each call.
# read: The mask
# rank: 50
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        self.draws = None

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        if self.draws is None or self.draws.shape != x.shape:
            self.draws = np.random.random(x.shape)
        else:
            self.draws = 1 - self.draws
        mask = self.draws >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
