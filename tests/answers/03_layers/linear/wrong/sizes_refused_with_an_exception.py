# misconception: A bad size raises another error. Raise a ValueError.
# rank: 200
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for n in (in_features, out_features):
            if not isinstance(n, (int, np.integer)) or n <= 0:
                raise Exception("Invalid size: " + str(n))
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        """y = xW + b"""
        result = x.data @ self.weight.data
        if self.bias is not None:
            result = result + self.bias.data
        return Tensor(result)

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
