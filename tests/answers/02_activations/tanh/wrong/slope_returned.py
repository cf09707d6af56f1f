# misconception: You return the slope, 1 - t². Return t itself.
class Tanh:
    def forward(self, x):
        t = np.tanh(x.data)
        return Tensor(1 - t ** 2)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
