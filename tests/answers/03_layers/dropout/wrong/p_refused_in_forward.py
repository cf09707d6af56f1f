# misconception: You check p in forward. Check it in the constructor, so that a bad p is refused
#   at once.
# rank: 50
class Dropout(Layer):
    def __init__(self, p=0.5):
        self.p = p

    def forward(self, x, training=True):
        if not isinstance(self.p, (int, float, np.integer, np.floating)) or not 0 <= self.p <= 1:
            raise ValueError(f"p is the probability of dropping an element and must lie in [0, 1], got {self.p!r}")
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        mask = np.random.random(x.shape) >= self.p
        return Tensor(x.data * mask / (1 - self.p))

    def parameters(self):
        return []
