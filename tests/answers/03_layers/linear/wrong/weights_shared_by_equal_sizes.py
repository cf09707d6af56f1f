# misconception: Two layers of the same size share one weight. Make it in the constructor, anew
#   for each layer.
# read: Where the weights start
class Linear(Layer):
    _cache = {}

    def __init__(self, in_features, out_features, bias=True):
        for name, value in [("in_features", in_features), ("out_features", out_features)]:
            if not isinstance(value, (int, np.integer)):
                raise ValueError(f"{name} must be an integer, got {value!r}")
            if value <= 0:
                raise ValueError(f"{name} must be positive, got {value}")
        self.in_features = in_features
        self.out_features = out_features
        key = (in_features, out_features)
        if key not in Linear._cache:
            Linear._cache[key] = Tensor(np.random.randn(*key) * np.sqrt(1.0 / in_features))
        self.weight = Linear._cache[key]
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
