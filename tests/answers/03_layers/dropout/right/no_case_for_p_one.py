# style: p = 1 needs no case: the survivors are picked first, and only they are divided.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if type(p) not in (int, float) and not isinstance(p, (np.integer, np.floating)):
            raise ValueError("p must be a number in [0, 1], the probability of dropping an element")
        if not (p >= 0 and p <= 1):
            raise ValueError("p is the probability of dropping an element, so it must lie in [0, 1]")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        keep = np.random.uniform(0, 1, size=x.shape) >= self.p
        out = np.zeros(x.shape, dtype=np.float32)
        survivors = x.data[keep]
        if survivors.size:
            out[keep] = survivors / (1.0 - self.p)
        return Tensor(out)

    def parameters(self):
        return []
