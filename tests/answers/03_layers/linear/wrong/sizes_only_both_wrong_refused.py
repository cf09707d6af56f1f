# misconception: You refuse a layer only if both sizes are bad. One bad size is enough: write or
#   in place of and.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if in_features <= 0 and out_features <= 0:
            raise ValueError("sizes must be positive integers")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
