# misconception: You multiply x by random numbers. Compare these with p first: a mask is only
#   true or false, or 1 and 0.
# read: The mask
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
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        noise = np.random.random(x.shape)
        return Tensor(x.data * noise / (1 - self.p))

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
