# misconception: You flatten the batch to one long vector. Multiply x as it is: the product works
#   on its last axis.
# read: Other shapes
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        scale = np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.random.randn(in_features, out_features) * scale)
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        flat = x.data.flatten()
        y = flat @ self.weight.data
        if self.bias is not None:
            y = y + self.bias.data
        return Tensor(y)

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
