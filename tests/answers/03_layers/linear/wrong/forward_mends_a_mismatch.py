# misconception: You cut or fill up an input that does not fit. Let the product raise its
#   ValueError.
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
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        data = x.data
        n = self.weight.shape[0]
        if data.shape[-1] > n:
            data = data[..., :n]
        elif data.shape[-1] < n:
            missing = np.zeros(data.shape[:-1] + (n - data.shape[-1],))
            data = np.concatenate([data, missing], axis=-1)
        y = data @ self.weight.data
        if self.bias is not None:
            y = y + self.bias.data
        return Tensor(y)

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
