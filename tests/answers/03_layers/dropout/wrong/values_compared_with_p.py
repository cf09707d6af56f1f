# misconception: You compare x with p, so the values decide what is dropped. Compare random
#   numbers with p.
# read: The mask
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
        mask = x.data > self.p
        return Tensor(x.data * mask / (1.0 - self.p))

    def parameters(self):
        params = []
        return params
