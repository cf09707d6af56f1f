# misconception: The bias is added down the columns where the batch is as long as the outputs.
#   Each output has its own number, the same for all samples.
# read: 2. The linear transformation
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, n in (("in_features", in_features), ("out_features", out_features)):
            if not isinstance(n, Integral) or n < 1:
                raise ValueError(f"{name} must be a whole number of at least 1, got {n!r}")
        self.in_features, self.out_features = in_features, out_features
        self.weight = Tensor(np.random.randn(in_features, out_features) * np.sqrt(1 / in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x.matmul(self.weight)
        if self.bias is None:
            return y
        if y.ndim == 2 and len(y.data) == self.out_features:
            return Tensor(y.data + self.bias.data[:, None])
        return y + self.bias

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
