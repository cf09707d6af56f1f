# misconception: parameters() lists the arrays inside the tensors. List the tensors: [self.weight,
#   self.bias].
# read: Parameters
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
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        if self.bias is None:
            return [self.weight.data]
        return [self.weight.data, self.bias.data]
