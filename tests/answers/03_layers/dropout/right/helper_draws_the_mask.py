# style: A helper in the cell draws the scaled mask from a Generator shared by all layers.
_GENERATOR = np.random.default_rng()


def _scaled_mask(shape, p):
    """0 with probability p, otherwise 1/(1-p)."""
    if p == 1:
        return np.zeros(shape, dtype=np.float32)
    kept = _GENERATOR.random(shape, dtype=np.float32) >= p
    return kept.astype(np.float32) / np.float32(1 - p)


def _probability(p):
    if not np.isscalar(p) or isinstance(p, (str, bytes, complex)) or not 0 <= p <= 1:
        raise ValueError(f"p is the probability of dropping an element: a number in [0, 1], got {p!r}")
    return p


class Dropout(Layer):
    def __init__(self, p=0.5):
        self.p = _probability(p)

    def forward(self, x, training=True):
        return Tensor(x.data * _scaled_mask(x.shape, self.p)) if training else x

    def parameters(self):
        return []
