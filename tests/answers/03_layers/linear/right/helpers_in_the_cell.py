# style: Two helper functions check the sizes and draw the weights; one Generator serves all layers.
_rng = np.random.default_rng()


def _positive_int(value, name):
    is_whole = isinstance(value, (int, np.integer))
    if not is_whole or value <= 0:
        raise ValueError(f"{name} has to be a whole number above zero, not {value!r}")
    return int(value)


def _lecun_uniform(rows, columns):
    half = (3.0 / rows) ** 0.5
    return _rng.uniform(-half, half, (rows, columns)).astype(np.float32)


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        self.in_features = _positive_int(in_features, "in_features")
        self.out_features = _positive_int(out_features, "out_features")
        self.weight = Tensor(_lecun_uniform(self.in_features, self.out_features))
        self.bias = Tensor(np.zeros(self.out_features)) if bias else None

    def forward(self, x):
        product = x @ self.weight
        return product if self.bias is None else product + self.bias

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
