# misconception: You use the two forms the wrong way round: 1 / (1 + exp(-x)) is for x >= 0.
class Sigmoid:
    def forward(self, x):
        small = np.exp(-np.abs(x.data))
        positive = 1 / (1 + small)
        negative = small / (1 + small)
        return Tensor(np.where(x.data < 0, positive, negative))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
