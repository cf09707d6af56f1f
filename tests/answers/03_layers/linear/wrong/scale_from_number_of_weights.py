# misconception: You scale by the number of weights. Only in_features counts: sqrt(1 /
#   in_features).
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
        weights = np.random.randn(in_features, out_features)
        self.weight = Tensor(weights / np.sqrt(weights.size))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
