# misconception: The constructor refuses a size of 1. The smallest size is 1.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 1:
                raise ValueError("sizes must be larger than one")
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
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
        return [p for p in (self.weight, self.bias) if p is not None]
