# misconception: You compute a smooth curve, log(1 + exp(x)). ReLU has a corner: max(0, x).
class ReLU:
    def forward(self, x):
        return Tensor(np.logaddexp(0, x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
