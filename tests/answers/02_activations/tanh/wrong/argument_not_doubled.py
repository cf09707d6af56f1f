# misconception: You do not double the argument: tanh(x) is 2 sigmoid(2x) - 1.
class Tanh:
    def forward(self, x):
        s = 1 / (1 + np.exp(-x.data))
        return Tensor(2 * s - 1)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
