# style: A dataclass with the flag as an InitVar and the tensors made in __post_init__.
from dataclasses import InitVar, dataclass


@dataclass(eq=False, repr=False)
class Linear(Layer):
    in_features: int
    out_features: int
    bias: InitVar[bool] = True

    def __post_init__(self, bias):
        for size in (self.in_features, self.out_features):
            if not isinstance(size, (int, np.integer)) or size <= 0:
                raise ValueError("in_features and out_features must be positive integers")
        shape = (self.in_features, self.out_features)
        self.weight = Tensor(np.random.normal(scale=np.sqrt(1 / self.in_features), size=shape))
        self.bias = Tensor(np.zeros(self.out_features)) if bias else None

    def forward(self, x):
        result = x.matmul(self.weight)
        if self.bias is not None:
            result = result + self.bias
        return result

    def parameters(self):
        params = [self.weight]
        if self.bias is not None:
            params += [self.bias]
        return params
