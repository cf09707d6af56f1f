# misconception: The spread of your weights is 1 / in_features. Take the root: sqrt(1 /
#   in_features).
# read: Where the weights start
# rank: 40
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        scale = 1.0 / in_features
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
