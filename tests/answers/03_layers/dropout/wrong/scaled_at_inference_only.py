# misconception: You scale at inference and not in training. Divide the survivors by 1 - p in
#   training, and return x at inference.
# read: Why survivors are scaled
# rank: 60
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        if training:
            mask = np.random.random(x.shape) >= self.p
            return Tensor(x.data * mask)
        return Tensor(x.data * (1 - self.p))

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
