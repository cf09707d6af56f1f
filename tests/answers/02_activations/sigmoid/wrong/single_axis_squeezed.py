# misconception: You take away axes of length 1. The result has the shape of x.
class Sigmoid:
    def forward(self, x):
        small = np.exp(-np.abs(x.data))
        s = np.where(x.data >= 0, 1, small) / (1 + small)
        return Tensor(np.squeeze(s))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
