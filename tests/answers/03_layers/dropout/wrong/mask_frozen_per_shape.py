# misconception: Your layer uses the mask of an earlier call again if x has the same shape. Draw
#   a new mask in each call.
# read: The mask
# rank: 60
from numbers import Real


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p
        self.masks = {}

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        if x.shape not in self.masks:
            self.masks[x.shape] = np.random.random(x.shape) >= self.p
        mask = self.masks[x.shape]
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
