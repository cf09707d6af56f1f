# misconception: Python's max is asked to compare 0 with a whole array.
class ReLU:
    def forward(self, x):
        return Tensor(max(0, x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
