# misconception: The negative entries are set to 0 in the input itself.
class ReLU:
    def forward(self, x):
        x.data[x.data < 0] = 0
        return Tensor(x.data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
