# misconception: You compute exp(x) / (1 + exp(x)), which is NaN for large x. Use 1 / (1 + exp(-x))
#   where x >= 0.
class Sigmoid:
    def forward(self, x):
        e = np.exp(x.data)
        return Tensor(e / (1 + e))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
