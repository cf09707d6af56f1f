# misconception: You return the array. Wrap it: return Tensor(...).
class Sigmoid:
    def forward(self, x):
        small = np.exp(-np.abs(x.data))
        return np.where(x.data >= 0, 1, small) / (1 + small)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
