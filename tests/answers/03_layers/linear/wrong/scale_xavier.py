# misconception: The spread of your weights is sqrt(2 / (in_features + out_features)), which is
#   Glorot's choice. Here only in_features counts: sqrt(1 / in_features).
# read: Where the weights start
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        std = np.sqrt(2.0 / (in_features + out_features))
        self.weight = Tensor(np.random.normal(0, std, (in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
