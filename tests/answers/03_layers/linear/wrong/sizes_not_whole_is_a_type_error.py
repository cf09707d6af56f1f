# misconception: A size that is not whole raises a TypeError. Raise a ValueError.
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, Integral) or not isinstance(out_features, Integral):
            raise TypeError('sizes must be whole numbers')
        if in_features < 1 or out_features < 1:
            raise ValueError('sizes must be at least 1')
        self.in_features, self.out_features = in_features, out_features
        self.weight = Tensor(np.random.randn(in_features, out_features) * np.sqrt(1 / in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x.matmul(self.weight)
        return y if self.bias is None else y + self.bias

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
