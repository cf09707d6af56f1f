# misconception: The result says where x is positive instead of giving its values there.
class ReLU:
    def forward(self, x):
        mask = x.data > 0
        return Tensor(mask)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
