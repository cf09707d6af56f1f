# misconception: None of your weights is negative. Keep the sign of the draws, so that they are
#   centred on zero.
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.abs(np.random.randn(in_features, out_features)) * scale)
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        """y = xW + b"""
        result = x.data @ self.weight.data
        if self.bias is not None:
            result = result + self.bias.data
        return Tensor(result)

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
