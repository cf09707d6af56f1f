# misconception: Every row holds the outputs of the first sample. Compute each row from its own
#   sample.
# read: 2. The linear transformation
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError(f"sizes must be positive integers, got {size!r}")
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        first = x.data[0] if x.ndim > 1 else x.data
        y = first @ self.weight.data
        if self.bias is not None:
            y = y + self.bias.data
        return Tensor(np.zeros(x.shape[:-1] + (1,)) + y)

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
