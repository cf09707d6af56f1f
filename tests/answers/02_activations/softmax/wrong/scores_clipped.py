# misconception: You cut the scores to a range, so large ones become equal. Subtract the maximum
#   instead.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(np.clip(x.data, -80, 80))
        return Tensor(e / e.sum(axis=self.axis, keepdims=True))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
