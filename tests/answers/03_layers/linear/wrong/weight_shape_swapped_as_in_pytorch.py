# misconception: Your weight has the shape (out_features, in_features), as in PyTorch, and forward
#   transposes it. Here it is (in_features, out_features), and y = xW.
# read: 2. The linear transformation
# rank: 30
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(out_features, in_features) * scale)
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        out = x.matmul(self.weight.transpose())
        if self.bias is not None:
            out = out + self.bias
        return out

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
