# style: np.where picks the scaled value or zero; inference returns a copy.
class Dropout(Layer):
    """Randomly zero elements in training."""

    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)):
            raise ValueError("p must be a number: the probability of dropping an element, in [0, 1]")
        if np.isnan(p) or p < 0 or p > 1:
            raise ValueError("p is the probability of dropping an element, in [0, 1]; got " + str(p))
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return Tensor(x.data)
        if self.p >= 1:
            return Tensor(np.zeros(x.shape))
        dropped = np.random.rand(*x.shape) < self.p
        return Tensor(np.where(dropped, 0.0, x.data / (1 - self.p)))

    def parameters(self):
        return []
