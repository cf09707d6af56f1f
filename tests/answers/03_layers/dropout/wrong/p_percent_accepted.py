# misconception: You accept a p above 1 as a percentage. Refuse it with a ValueError.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 100:
            raise ValueError("p is the probability of dropping an element")
        self.p = p / 100 if p > 1 else p

    def forward(self, x, training=True):
        if training and self.p > 0:
            if self.p == 1:
                return Tensor(np.zeros_like(x.data))
            keep_prob = 1 - self.p
            mask = np.random.binomial(1, keep_prob, size=x.shape)
            return Tensor(x.data * mask / keep_prob)
        return x

    def parameters(self):
        return []
