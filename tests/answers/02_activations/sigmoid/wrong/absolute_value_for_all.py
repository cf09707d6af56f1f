# misconception: You use the form for positive x for all entries. Negative x gives results below a
#   half.
class Sigmoid:
    def forward(self, x):
        small = np.exp(-np.abs(x.data))
        return Tensor(1 / (1 + small))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
