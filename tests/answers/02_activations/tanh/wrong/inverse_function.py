# misconception: np.arctanh, the inverse function, is used.
class Tanh:
    def forward(self, x):
        return Tensor(np.arctanh(x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
