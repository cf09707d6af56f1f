# misconception: Your constructor's argument has another name. Call it p, so that Dropout(p=0.2)
#   works.
class Dropout(Layer):
    def __init__(self, rate=0.5):
        if not isinstance(rate, (int, float, np.integer, np.floating)) or not 0 <= rate <= 1:
            raise ValueError(f"the probability of dropping an element lies in [0, 1], got {rate!r}")
        self.p = rate

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1.0:
            return x * 0.0
        mask = (np.random.rand(*x.shape) >= self.p).astype(np.float32)
        return x * Tensor(mask) * (1.0 / (1.0 - self.p))

    def parameters(self):
        params = []
        return params
