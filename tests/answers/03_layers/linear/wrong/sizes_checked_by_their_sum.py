# misconception: You check the sum of the two sizes, so a good one can hide a bad one. Check each
#   size by itself.
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features + out_features, Integral) or in_features + out_features < 1:
            raise ValueError('sizes must be whole numbers of at least 1')
        self.in_features, self.out_features = in_features, out_features
        self.weight = Tensor(np.random.randn(abs(int(in_features)), abs(int(out_features))) * np.sqrt(1 / max(in_features, 1)))
        self.bias = Tensor(np.zeros(abs(int(out_features)))) if bias else None

    def forward(self, x):
        y = x.matmul(self.weight)
        return y if self.bias is None else y + self.bias

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
