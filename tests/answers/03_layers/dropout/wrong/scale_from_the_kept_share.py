# misconception: You scale the survivors by what happens to survive in this call. Divide them by
#   1 - p.
# read: Why survivors are scaled
# rank: 50
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        share = mask.mean()
        if share == 0:
            return Tensor(np.zeros(x.shape))
        return Tensor(x.data * mask / share)

    def parameters(self):
        params = []
        return params
