# misconception: You take a sigmoid of each score. Softmax takes exp.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        s = 0.5 * (1 + np.tanh(x.data / 2))
        return Tensor(s / s.sum(axis=self.axis, keepdims=True))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
