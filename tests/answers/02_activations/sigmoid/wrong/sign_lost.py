# misconception: The minus in the exponent is missing, so large inputs give results near 0.
class Sigmoid:
    def forward(self, x):
        return Tensor(1 / (1 + np.exp(x.data)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
