# misconception: A new layer has no weight yet. Draw it in the constructor.
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = None
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        if self.weight is None:
            scale = np.sqrt(1.0 / self.in_features)
            self.weight = Tensor(np.random.randn(self.in_features, self.out_features) * scale)
        y = x.matmul(self.weight)
        if self.bias is not None:
            y = y + self.bias
        return y

    def parameters(self):
        params = []
        if self.weight is not None:
            params.append(self.weight)
        if self.bias is not None:
            params.append(self.bias)
        return params
