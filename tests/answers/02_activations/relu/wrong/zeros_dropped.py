# misconception: You leave the negative entries out, so the shape is lost. They become 0.
class ReLU:
    def forward(self, x):
        return Tensor(x.data[x.data >= 0])

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
