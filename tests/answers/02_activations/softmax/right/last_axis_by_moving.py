# style: The axis is moved to the end and back.
class Softmax:
    def __init__(self, axis=-1):
        self.dim = axis

    def forward(self, x):
        scores = np.moveaxis(x.data, self.dim, -1)
        powers = np.exp(scores - scores.max(axis=-1)[..., None])
        shares = powers / powers.sum(axis=-1)[..., None]
        return Tensor(np.moveaxis(shares, -1, self.dim))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
