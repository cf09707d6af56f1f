# misconception: You return the array. Wrap it: return Tensor(...).
class ReLU:
    def forward(self, x):
        return np.maximum(0, x.data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
