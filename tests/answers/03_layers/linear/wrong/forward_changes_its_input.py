# misconception: forward writes its result into x. Make a new Tensor, and leave x as it is.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        x.data = x.data @ self.weight.data
        if self.bias is not None:
            x.data = x.data + self.bias.data
        return x

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
