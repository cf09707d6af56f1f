# misconception: For a p that is no number your constructor raises a TypeError. Raise a
#   ValueError.
# rank: 50
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)):
            raise TypeError(f"p must be a number, got {type(p).__name__}")
        if not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element, from 0 to 1, got {p}")
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
        params = []
        return params
