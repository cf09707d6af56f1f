# misconception: You leave out the minus in the exponent: 1 / (1 + exp(-x)) grows with x.
# rank: 10
class Sigmoid:
    def forward(self, x):
        return Tensor(1 / (1 + np.exp(x.data)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
