# misconception: The inputs are cut to a narrow range so that nothing overflows.
class Sigmoid:
    def forward(self, x):
        z = np.clip(x.data, -5, 5)
        return Tensor(1 / (1 + np.exp(-z)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
