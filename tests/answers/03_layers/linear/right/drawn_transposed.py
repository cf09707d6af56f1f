# style: The draw is made in the shape (out, in) and turned once in the constructor.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for n in (in_features, out_features):
            if not isinstance(n, (int, np.integer)) or n < 1:
                raise ValueError("Linear: sizes must be positive integers, got " + repr(n))
        self.in_features = in_features
        self.out_features = out_features
        detectors = [np.random.randn(in_features) / in_features ** 0.5 for _ in range(out_features)]
        self.weight = Tensor(np.stack(detectors, axis=1))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x.matmul(self.weight)
        if self.bias is not None:
            y = self.bias + y
        return y

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params.extend([self.bias])
        return params
