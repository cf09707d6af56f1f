# misconception: You compute sinh / cosh, which is NaN for large x. np.tanh is safe.
class Tanh:
    def forward(self, x):
        return Tensor(np.sinh(x.data) / np.cosh(x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
