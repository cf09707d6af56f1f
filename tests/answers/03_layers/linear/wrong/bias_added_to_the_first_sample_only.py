# misconception: Only the first sample gets the bias. Add it to every row.
# read: 2. The linear transformation
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        out = x.data @ self.weight.data
        if self.bias is not None:
            if out.ndim == 1:
                out = out + self.bias.data
            else:
                out[0] = out[0] + self.bias.data
        return Tensor(out)

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
