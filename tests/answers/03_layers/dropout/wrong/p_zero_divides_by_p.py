# misconception: With p = 0 you divide by p. Divide by 1 - p, or return x before you divide.
# read: The two ends
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        odds = 1.0 / float(self.p)
        scale = odds / (odds - 1.0)
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask * scale)

    def parameters(self):
        params = []
        return params
