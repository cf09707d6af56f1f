# misconception: The sigmoid is stretched to -1 and 1, but its argument is not doubled.
class Tanh:
    def forward(self, x):
        s = 1 / (1 + np.exp(-x.data))
        return Tensor(2 * s - 1)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
