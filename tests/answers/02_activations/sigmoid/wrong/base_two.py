# misconception: You take powers of 2. The base is e: np.exp.
class Sigmoid:
    def forward(self, x):
        return Tensor(1 / (1 + 2.0 ** -x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
