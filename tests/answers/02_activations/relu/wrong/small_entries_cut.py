# misconception: Small positive entries are taken for 0.
class ReLU:
    def forward(self, x):
        data = np.where(x.data > 0.1, x.data, 0)
        return Tensor(data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
