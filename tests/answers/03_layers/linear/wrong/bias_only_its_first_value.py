# misconception: Every output gets the first number of the bias. Each output has its own: y = xW +
#   b.
# read: 2. The linear transformation
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        out = x.matmul(self.weight)
        if self.bias is not None:
            out = out + float(self.bias.data[0])
        return out

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
