# misconception: You round the outputs. Return them as they are.
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
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        y = x.data @ self.weight.data
        if self.bias is not None:
            y = y + self.bias.data
        return Tensor(np.round(y, 2))

    def parameters(self):
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
