# misconception: The constructor refuses NumPy's integers. isinstance(size, Integral) is true for
#   int and for them.
# rank: 20
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for size in (in_features, out_features):
            if type(size) is not int or size <= 0:
                raise ValueError("sizes must be positive integers")
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.append(self.bias)
        return params
