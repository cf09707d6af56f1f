# misconception: You leave the result transposed. It has the shape of x.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        data = np.moveaxis(x.data, self.axis, -1)
        e = np.exp(data - data.max(axis=-1, keepdims=True))
        return Tensor(e / e.sum(axis=-1, keepdims=True))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
