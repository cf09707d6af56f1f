# misconception: You scale by sqrt(1 / (in_features + out_features)). Only in_features counts:
#   sqrt(1 / in_features).
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / (in_features + out_features))
        self.weight = Tensor(scale * np.random.randn(in_features, out_features))
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
        return [p for p in (self.weight, self.bias) if p is not None]
