# misconception: You list p as a parameter, in a Tensor. Dropout learns nothing: return [].
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        if training and self.p > 0:
            if self.p == 1:
                return Tensor(np.zeros_like(x.data))
            keep_prob = 1 - self.p
            mask = np.random.binomial(1, keep_prob, size=x.shape)
            return Tensor(x.data * mask / keep_prob)
        return x

    def parameters(self):
        return [Tensor([self.p])]
