# misconception: You check out_features only. Check in_features too, before you divide by it.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(out_features, (int, np.integer)) or out_features <= 0:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
