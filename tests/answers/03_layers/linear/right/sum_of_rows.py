# style: The output is a sum of the rows of W, weighted by the columns of x.
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
        if x.ndim == 0 or x.shape[-1] != self.in_features:
            raise ValueError('the last axis of x does not fit')
        w = self.weight.data
        y = np.zeros(x.shape[:-1] + (w.shape[1],))
        for i in range(w.shape[0]):
            y += x.data[..., i, None].astype(float) * w[i]
        if self.bias is not None:
            y += self.bias.data
        return Tensor(y)

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
