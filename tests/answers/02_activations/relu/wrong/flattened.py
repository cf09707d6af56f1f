# misconception: You flatten the result. It has the shape of x.
class ReLU:
    def forward(self, x):
        values = [v if v > 0 else 0.0 for v in x.data.flatten()]
        return Tensor(values)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
