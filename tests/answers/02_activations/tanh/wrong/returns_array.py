# misconception: You return the array. Wrap it: return Tensor(...).
class Tanh:
    def forward(self, x):
        return np.tanh(x.data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
