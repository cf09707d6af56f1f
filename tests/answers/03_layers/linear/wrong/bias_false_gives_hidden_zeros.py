# misconception: With bias=False, layer.bias is still a tensor. Set self.bias to None then.
# rank: 50
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
        self.has_bias = bias
        self.bias = Tensor(np.zeros(out_features))

    def forward(self, x):
        out = x.matmul(self.weight)
        if self.has_bias:
            out = out + self.bias
        return out

    def parameters(self):
        if self.has_bias:
            return [self.weight, self.bias]
        return [self.weight]
