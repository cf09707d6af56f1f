# misconception: You compute the sigmoid, which lies between 0 and 1. tanh lies between -1 and 1.
class Tanh:
    def forward(self, x):
        small = np.exp(-np.abs(x.data))
        return Tensor(np.where(x.data >= 0, 1, small) / (1 + small))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
