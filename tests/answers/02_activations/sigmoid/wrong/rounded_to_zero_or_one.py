# misconception: You round to 0 or 1. The sigmoid is a number between them.
class Sigmoid:
    def forward(self, x):
        s = 1 / (1 + np.exp(-x.data))
        return Tensor(np.round(s))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
