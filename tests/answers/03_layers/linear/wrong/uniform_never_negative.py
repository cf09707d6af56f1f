# misconception: None of your weights is negative. Draw them centred on zero, from -sqrt(3 /
#   in_features) to sqrt(3 / in_features).
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        width = np.sqrt(12.0 / in_features)
        self.weight = Tensor(np.random.uniform(0, width, (in_features, out_features)))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
