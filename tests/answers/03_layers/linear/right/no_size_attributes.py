# style: Only weight and bias are kept; the sizes can be read from their shapes.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in in_features, out_features:
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError("Linear needs positive integer sizes")
        self.weight = Tensor(np.random.randn(in_features, out_features) / np.sqrt(in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        if self.bias is None:
            return x @ self.weight
        return x @ self.weight + self.bias

    def parameters(self):
        return [self.weight, self.bias] if self.bias is not None else [self.weight]
