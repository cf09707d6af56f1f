# misconception: A bad size is only printed. Raise a ValueError, so that no layer is made.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        self.weight = self.bias = None
        for n in (in_features, out_features):
            if not isinstance(n, (int, np.integer)) or n <= 0:
                print("Error: sizes must be positive integers, got", n)
                return
        self.in_features = in_features
        self.out_features = out_features
        limit = np.sqrt(3.0 / in_features)
        self.weight = Tensor(np.random.uniform(-limit, limit, size=(in_features, out_features)))
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

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
