# misconception: You refuse the whole numbers 0 and 1. Check with isinstance(p, Real), which
#   accepts int and float.
# rank: 40
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, float) or not 0.0 <= p <= 1.0:
            raise ValueError("p is the probability of dropping an element, a float from 0.0 to 1.0")
        self.p = p

    def forward(self, x, training=True):
        if training and self.p > 0:
            if self.p == 1:
                return Tensor(np.zeros_like(x.data))
            keep_prob = 1 - self.p
            mask = np.random.binomial(1, keep_prob, size=x.shape)
            return Tensor(x.data * mask / keep_prob)
        return x

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
