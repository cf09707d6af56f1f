# misconception: With p = 1 your result is NaN: zero times the infinite scale 1/(1 - p). Return
#   zeros of the shape of x before you divide.
# read: The two ends
# rank: 50
class Dropout(Layer):
    def __init__(self, p=0.5):
        is_number = isinstance(p, (int, float, np.integer, np.floating))
        if not is_number:
            raise ValueError("p must be a number: the probability of zeroing an element")
        if np.isnan(p) or p < 0.0 or p > 1.0:
            raise ValueError(f"p is the probability of zeroing an element, 0 to 1, and not {p}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        scale = np.divide(1.0, 1.0 - self.p)
        mask = np.random.random(x.shape) > self.p
        return Tensor(x.data * (mask * scale))

    def parameters(self):
        params = []
        return params
