# misconception: All calls return one and the same Tensor, so a later call changes an earlier
#   result. Make a new Tensor in each call.
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        self.result = Tensor(0.0)

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        self.result.data = (x.data * mask / (1 - self.p)).astype(np.float32)
        return self.result

    def parameters(self):
        return []
