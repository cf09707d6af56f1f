# misconception: forward returns zeros. Compute xW + b.
# read: 2. The linear transformation
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        shape = x.shape[:-1] + (self.out_features,)
        if x.shape[-1] != self.in_features:
            raise ValueError(f"expected {self.in_features} features, got {x.shape[-1]}")
        return Tensor(np.zeros(shape))

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
