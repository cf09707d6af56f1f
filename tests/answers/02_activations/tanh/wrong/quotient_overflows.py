# misconception: The quotient is computed as it stands; for large inputs both terms overflow to NaN.
class Tanh:
    def forward(self, x):
        a, b = np.exp(x.data), np.exp(-x.data)
        return Tensor((a - b) / (a + b))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
