# misconception: A size below 1 is raised to 1. Refuse it with a ValueError.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or not isinstance(out_features, (int, np.integer)):
            raise ValueError("sizes must be integers")
        in_features = max(1, in_features)
        out_features = max(1, out_features)
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
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
