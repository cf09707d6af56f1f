# misconception: exp(x) / (1 + exp(x)) gives NaN for large positive inputs.
class Sigmoid:
    def forward(self, x):
        e = np.exp(x.data)
        return Tensor(e / (1 + e))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
