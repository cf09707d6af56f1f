# misconception: With p = 1 your result is NaN: zero divided by 1 - p = 0. Return zeros of the
#   shape of x before you divide.
# read: The two ends
# rank: 40
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        keep = np.float32(1.0 - self.p)
        mask = np.random.random(x.shape) < keep
        return Tensor(x.data * mask / keep)

    def parameters(self):
        params = []
        return params
