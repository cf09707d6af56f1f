# misconception: You let a part of the negative entries through, as a leaky ReLU does. They become
#   0.
class ReLU:
    def forward(self, x):
        return Tensor(np.where(x.data > 0, x.data, 0.01 * x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
