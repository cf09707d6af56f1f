# misconception: Your dropped elements become the mean of x. Set them to zero.
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
        keep = 1 - self.p
        mask = np.random.random(x.shape) < keep
        return Tensor(np.where(mask, x.data / keep, x.data.mean()))

    def parameters(self):
        params = []
        return params
