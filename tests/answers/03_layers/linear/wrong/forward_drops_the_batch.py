# misconception: Only the first sample comes out. Every sample has its own row of outputs.
# read: 2. The linear transformation
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
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        sample = x.data.reshape(-1, x.shape[-1])[:1]
        y = sample @ self.weight.data
        if self.bias is not None:
            y = y + self.bias.data
        return Tensor(y)

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
