# misconception: The NaN of large inputs is replaced by 0, where 1 is right.
class Sigmoid:
    def forward(self, x):
        e = np.exp(x.data)
        return Tensor(np.nan_to_num(e / (1 + e)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
