# misconception: You return where x is positive. Return the values of x there.
class ReLU:
    def forward(self, x):
        mask = x.data > 0
        return Tensor(mask)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
