# misconception: With p = 1 you return x in training. p is the probability of dropping, so
#   return zeros.
# read: The two ends
# rank: 33
class Dropout(Layer):
    def __init__(self, p=0.5):
        is_number = isinstance(p, (int, float, np.integer, np.floating))
        if not is_number:
            raise ValueError("p must be a number: the probability of zeroing an element")
        if np.isnan(p) or p < 0.0 or p > 1.0:
            raise ValueError(f"p is the probability of zeroing an element, 0 to 1, and not {p}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0 or self.p == 1:
            return x
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        params = []
        return params
