# misconception: Your outputs are not exact enough: they have the precision of float16. Compute
#   with the float32 numbers of the tensors.
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
        if x.shape[-1] != self.in_features:
            raise ValueError('input does not fit')
        y = np.matmul(x.data.astype(np.float16), self.weight.data.astype(np.float16))
        if self.bias is not None:
            y = y + self.bias.data.astype(np.float16)
        return Tensor(y)

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
