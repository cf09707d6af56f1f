# misconception: parameters() makes a new bias at each call. List the layer's own, self.bias.
# read: Parameters
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        """y = xW + b"""
        result = x.data @ self.weight.data
        if self.bias is not None:
            result = result + self.bias.data
        return Tensor(result)

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(Tensor(np.zeros(self.out_features)))
        return params
