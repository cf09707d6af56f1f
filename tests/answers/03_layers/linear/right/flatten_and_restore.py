# style: Leading axes are folded into one, multiplied, and unfolded again.
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        sizes = [in_features, out_features]
        if any(not isinstance(s, (int, np.integer)) or s <= 0 for s in sizes):
            raise ValueError(f"Linear needs two positive integers, got {sizes}")
        self.in_features, self.out_features = sizes
        self.weight = Tensor(np.random.normal(size=sizes) / np.sqrt(in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        data = x.data
        if data.shape[-1] != self.in_features:
            raise ValueError(f"expected {self.in_features} features, got {data.shape[-1]}")
        rows = data.reshape(-1, self.in_features)
        out = rows.dot(self.weight.data)
        if self.bias is not None:
            out += self.bias.data
        return Tensor(out.reshape(data.shape[:-1] + (self.out_features,)))

    def parameters(self):
        params = []
        params.append(self.weight)
        if self.bias is not None:
            params.append(self.bias)
        return params
