# style: Mask and scale are tensors and multiplied with operators.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of zeroing an element and must lie in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros_like(x.data))
        keep = 1.0 - self.p
        mask = Tensor((np.random.random(x.shape) < keep).astype(np.float32))
        scale = Tensor(np.array(1.0 / keep))
        return x * mask * scale

    def parameters(self):
        return []
