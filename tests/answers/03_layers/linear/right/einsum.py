# style: The product is an einsum over the last axis, and sizes are checked with numbers.Integral.
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not (isinstance(in_features, Integral) and in_features > 0):
            raise ValueError(f"in_features must be a positive integer: {in_features!r}")
        if not (isinstance(out_features, Integral) and out_features > 0):
            raise ValueError(f"out_features must be a positive integer: {out_features!r}")
        self.in_features, self.out_features = in_features, out_features
        self.weight = Tensor(np.random.standard_normal((in_features, out_features)) / np.sqrt(in_features))
        self.bias = None
        if bias:
            self.bias = Tensor([0.0] * out_features)

    def forward(self, x):
        y = np.einsum("...i,io->...o", x.data, self.weight.data)
        return Tensor(y if self.bias is None else y + self.bias.data)

    def parameters(self):
        found = []
        for name in ("weight", "bias"):
            tensor = getattr(self, name)
            if tensor is not None:
                found.append(tensor)
        return found
