# misconception: You cut x to a narrow range, which changes the result. Choose the form by the sign
#   of x instead.
class Sigmoid:
    def forward(self, x):
        z = np.clip(x.data, -5, 5)
        return Tensor(1 / (1 + np.exp(-z)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
