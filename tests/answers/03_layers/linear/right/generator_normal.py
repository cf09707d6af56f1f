# style: Weights from a Generator of its own, the product on the arrays.
class Linear(Layer):
    """Fully connected layer."""

    def __init__(self, in_features, out_features, bias=True):
        for label, size in {"in_features": in_features, "out_features": out_features}.items():
            if not isinstance(size, (int, np.integer)):
                raise ValueError(f"{label} must be an integer, got {size!r}")
            if size < 1:
                raise ValueError(f"{label} must be at least 1, got {size}")
        self.in_features = int(in_features)
        self.out_features = int(out_features)
        rng = np.random.default_rng()
        std = self.in_features ** -0.5
        self.weight = Tensor(rng.normal(loc=0.0, scale=std, size=(self.in_features, self.out_features)))
        self.bias = Tensor(np.zeros(self.out_features, dtype=np.float32)) if bias else None

    def forward(self, x):
        out = np.matmul(x.data, self.weight.data)
        if self.bias is not None:
            out = out + self.bias.data
        return Tensor(out)

    def parameters(self):
        return [t for t in (self.weight, self.bias) if t is not None]
