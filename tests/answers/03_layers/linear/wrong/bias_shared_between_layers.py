# misconception: Two layers of the same size share one bias. Make it in the constructor, anew for
#   each layer.
class Linear(Layer):
    zeros = {}

    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        if bias:
            if out_features not in Linear.zeros:
                Linear.zeros[out_features] = Tensor(np.zeros(out_features))
            self.bias = Linear.zeros[out_features]
        else:
            self.bias = None

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
