# misconception: Without a bias your weight has one row more. Its shape is (in_features,
#   out_features), with a bias or without.
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, n in (("in_features", in_features), ("out_features", out_features)):
            if not isinstance(n, Integral) or n < 1:
                raise ValueError(f"{name} must be a whole number of at least 1, got {n!r}")
        self.in_features, self.out_features = in_features, out_features
        rows = in_features if bias else in_features + 1
        self.weight = Tensor(np.random.randn(rows, out_features) * np.sqrt(1 / in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        if self.bias is not None:
            return x.matmul(self.weight) + self.bias
        one = np.ones(x.shape[:-1] + (1,))
        return Tensor(np.concatenate([x.data, one], axis=-1)).matmul(self.weight)

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
