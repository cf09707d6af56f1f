# style: A match statement over the number of axes, with np.dot.
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
        if x.shape[-1] != self.weight.shape[0]:
            raise ValueError(f'{x.shape} does not fit {self.weight.shape}')
        match x.ndim:
            case 1:
                y = np.dot(self.weight.data.T, x.data)
            case 2:
                y = np.dot(x.data, self.weight.data)
            case _:
                y = np.inner(x.data, self.weight.data.T)
        match self.bias:
            case None:
                return Tensor(y)
            case b:
                return Tensor(y + b.data)

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
