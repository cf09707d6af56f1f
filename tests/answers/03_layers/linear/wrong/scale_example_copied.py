# misconception: You scale the weights by 0.032 at every size. That is the scale for 1,000 inputs:
#   multiply by sqrt(1 / in_features).
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        scale = 0.032
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
