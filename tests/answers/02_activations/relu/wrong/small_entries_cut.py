# misconception: You set small positive entries to 0. ReLU bends at 0, so they stay as they are.
class ReLU:
    def forward(self, x):
        data = np.where(x.data > 0.1, x.data, 0)
        return Tensor(data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
