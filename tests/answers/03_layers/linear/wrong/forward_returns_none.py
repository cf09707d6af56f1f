# misconception: forward returns None. Return the result.
# rank: 10
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        self.bias = None
        if bias:
            self.bias = Tensor(np.zeros((out_features,)))

    def forward(self, x):
        self.output = x.matmul(self.weight)
        if self.bias is not None:
            self.output = self.output + self.bias

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
