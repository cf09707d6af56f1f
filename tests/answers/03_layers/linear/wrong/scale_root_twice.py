# misconception: You take the root twice. The spread of the weights is sqrt(1 / in_features).
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / np.sqrt(in_features))
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
