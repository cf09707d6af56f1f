# style: operator.index decides what an integer is, and its TypeError is turned into a ValueError.
import operator


class Linear(Layer):
    @staticmethod
    def _size(value):
        try:
            size = operator.index(value)
        except TypeError:
            raise ValueError(f"expected an integer size, got {value!r}") from None
        if size < 1:
            raise ValueError(f"expected a positive size, got {size}")
        return size

    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        super().__init__()
        self.in_features = self._size(in_features)
        self.out_features = self._size(out_features)
        self.reset()
        if not bias:
            self.bias = None

    def reset(self):
        gauss = np.random.randn(self.in_features, self.out_features)
        self.weight = Tensor(gauss * np.sqrt(1.0 / self.in_features))
        self.bias = Tensor(np.zeros(self.out_features))

    def forward(self, x: Tensor) -> Tensor:
        y = x.matmul(self.weight)
        return y + self.bias if self.bias is not None else y

    def parameters(self):
        yes = [self.weight, self.bias]
        return yes if self.bias is not None else yes[:1]
