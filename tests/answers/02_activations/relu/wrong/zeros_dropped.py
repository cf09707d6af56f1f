# misconception: Negative entries are removed instead of being replaced by 0, so the shape changes.
class ReLU:
    def forward(self, x):
        return Tensor(x.data[x.data >= 0])

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
