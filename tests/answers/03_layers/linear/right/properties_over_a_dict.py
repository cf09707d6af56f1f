# style: The tensors live in a dict and are reached through properties.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for value in (in_features, out_features):
            if isinstance(value, float) or not np.issubdtype(type(value), np.integer) or value <= 0:
                raise ValueError(f"not a positive integer: {value!r}")
        self.in_features, self.out_features = in_features, out_features
        std = 1 / np.sqrt(in_features)
        self._tensors = {"weight": Tensor(std * np.random.randn(in_features, out_features))}
        if bias:
            self._tensors["bias"] = Tensor(np.zeros(out_features))

    @property
    def weight(self):
        return self._tensors["weight"]

    @property
    def bias(self):
        return self._tensors.get("bias")

    def forward(self, x):
        y = x.matmul(self.weight)
        if "bias" in self._tensors:
            y = y + self.bias
        return y

    def parameters(self):
        return list(self._tensors.values())
