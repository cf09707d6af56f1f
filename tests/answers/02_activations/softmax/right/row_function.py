# style: A function for one row, applied along the axis.
def _softmax_row(row):
    powers = np.exp(row - max(row))
    return powers / sum(powers)


class Softmax:
    def __init__(self, axis: int = -1):
        self.axis = axis

    def forward(self, x: Tensor) -> Tensor:
        return Tensor(np.apply_along_axis(_softmax_row, self.axis, x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list:
        return []
