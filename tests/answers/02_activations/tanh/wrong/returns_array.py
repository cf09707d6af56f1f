# misconception: The NumPy array is returned without a Tensor around it.
class Tanh:
    def forward(self, x):
        return np.tanh(x.data)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
