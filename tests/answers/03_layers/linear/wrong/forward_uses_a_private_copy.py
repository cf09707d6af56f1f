# misconception: forward uses the weights of the beginning. Read self.weight and self.bias at each
#   call.
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
        self._w = self.weight.data.copy()
        self._b = None if self.bias is None else self.bias.data.copy()

    def forward(self, x):
        y = x.data @ self._w
        if self._b is not None:
            y = y + self._b
        return Tensor(y)

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
