# misconception: You take powers of 2. The base is e: np.exp.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        p = np.exp2(x.data - x.data.max(axis=self.axis, keepdims=True))
        return Tensor(p / p.sum(axis=self.axis, keepdims=True))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
