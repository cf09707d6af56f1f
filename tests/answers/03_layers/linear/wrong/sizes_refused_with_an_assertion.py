# misconception: A bad size raises an AssertionError. Raise a ValueError in place of the assert.
# rank: 20
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        assert isinstance(in_features, (int, np.integer)) and in_features > 0, "bad in_features"
        assert isinstance(out_features, (int, np.integer)) and out_features > 0, "bad out_features"
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        """y = xW + b"""
        result = x.data @ self.weight.data
        if self.bias is not None:
            result = result + self.bias.data
        return Tensor(result)

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
