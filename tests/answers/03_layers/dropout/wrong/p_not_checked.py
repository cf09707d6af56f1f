# misconception: You do not check p in the constructor. Raise a ValueError unless p is a number
#   from 0 to 1.
# rank: 40
class Dropout(Layer):
    def __init__(self, p=0.5):
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
        return []
