# misconception: With bias=False your layer still has a bias, and lists it in parameters(). Set
#   self.bias to None then, and leave it out of the list.
# rank: 70
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.use_bias = bias
        self.bias = Tensor(np.zeros(out_features))

    def forward(self, x):
        out = x.matmul(self.weight)
        if self.use_bias:
            out = out + self.bias
        return out

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
