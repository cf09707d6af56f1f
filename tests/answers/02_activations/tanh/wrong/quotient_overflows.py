# misconception: You compute the quotient as it stands, which is NaN for large x. np.tanh is safe.
# rank: 10
class Tanh:
    def forward(self, x):
        a, b = np.exp(x.data), np.exp(-x.data)
        return Tensor((a - b) / (a + b))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
