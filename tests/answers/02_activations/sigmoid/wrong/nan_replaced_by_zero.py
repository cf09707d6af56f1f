# misconception: You replace NaN by 0. For large x the sigmoid is 1: choose the form by the sign of
#   x.
class Sigmoid:
    def forward(self, x):
        e = np.exp(x.data)
        return Tensor(np.nan_to_num(e / (1 + e)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
