# misconception: A negative size is made positive. Refuse it with a ValueError.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        in_features, out_features = abs(in_features), abs(out_features)
        if in_features == 0 or out_features == 0:
            raise ValueError("sizes must not be zero")
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
        if self.bias is None:
            return [self.weight]
        return [self.weight, self.bias]
