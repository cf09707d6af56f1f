# misconception: forward returns xW. Add self.bias, as it is at the time of the call: y = xW + b.
# read: 2. The linear transformation
# rank: 20
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        return x.matmul(self.weight)

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
