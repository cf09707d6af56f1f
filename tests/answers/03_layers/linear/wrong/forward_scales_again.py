# misconception: forward divides by sqrt(in_features). Scale the weights once, in the constructor.
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
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        y = x.matmul(self.weight) / np.sqrt(self.in_features)
        if self.bias is not None:
            y = y + self.bias
        return y

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
