# misconception: Your weights are centred on 1. Centre them on zero: the first argument of
#   np.random.normal is the mean.
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(1.0, np.sqrt(1.0 / in_features), (in_features, out_features)))
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
        return [p for p in (self.weight, self.bias) if p is not None]
