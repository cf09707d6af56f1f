# misconception: With p = 1 you return zeros at inference too. Ask for training first: at
#   inference x comes out.
# read: The two ends
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        if not training or self.p == 0:
            return x
        keep = 1.0 - self.p
        mask = np.random.random(x.shape) < keep
        return Tensor(x.data * mask / keep)

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
