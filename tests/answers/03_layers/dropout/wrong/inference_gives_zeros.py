# misconception: Your result at inference is all zeros. With training=False, return x.
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        keep = 1.0 - self.p
        out = np.zeros(x.shape)
        if training and keep > 0:
            mask = np.random.random(x.shape) < keep
            out[mask] = x.data[mask] / keep
        return Tensor(out)

    def parameters(self):
        return []
