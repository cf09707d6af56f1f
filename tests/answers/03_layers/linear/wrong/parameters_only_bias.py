# misconception: parameters() lists only the bias. Return [weight, bias].
# read: Parameters
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params = [self.bias]
        return params
