# misconception: A smooth curve is used that only looks like ReLU from afar.
class ReLU:
    def forward(self, x):
        return Tensor(np.logaddexp(0, x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
