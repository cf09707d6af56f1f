# misconception: The result is one long row, whatever the shape of the input.
class ReLU:
    def forward(self, x):
        values = [v if v > 0 else 0.0 for v in x.data.flatten()]
        return Tensor(values)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
