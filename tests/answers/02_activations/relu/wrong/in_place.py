# misconception: You change x itself. Make a new array and leave x.data as it is.
# rank: 10
class ReLU:
    def forward(self, x):
        x.data[x.data < 0] = 0
        return Tensor(x.data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
