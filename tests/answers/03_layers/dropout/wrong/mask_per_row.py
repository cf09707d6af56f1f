# misconception: You drop whole rows of x. Draw one random number for each element of x, not for
#   each row.
# read: The mask
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        keep = 1.0 - self.p
        mask = np.random.random((x.shape[0],) + (1,) * (x.ndim - 1)) < keep
        return Tensor(x.data * mask / keep)

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
