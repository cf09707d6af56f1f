# misconception: Your layers use one mask together. Draw a new mask in each call of each layer.
# read: The mask
# rank: 60
from numbers import Real


class Dropout(Layer):
    masks = {}

    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = Dropout.masks.pop((self.p, x.shape), None)
        if mask is None:
            mask = np.random.random(x.shape) >= self.p
            Dropout.masks[self.p, x.shape] = mask
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
