# misconception: forward refuses a batch. The product takes any number of samples; you need no
#   check of the shape.
# read: Other shapes
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        if x.shape != (self.in_features,):
            raise ValueError(f"expected {self.in_features} values, got shape {x.shape}")
        y = x.matmul(self.weight)
        if self.bias is not None:
            y = y + self.bias
        return y

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
