# misconception: You leave out brackets around the numerator and the denominator.
class Tanh:
    def forward(self, x):
        z = x.data
        return Tensor(np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
