# misconception: The entries are cut to whole numbers on the way.
class ReLU:
    def forward(self, x):
        values = [max(0, int(v)) for v in x.data.ravel()]
        return Tensor(np.reshape(values, x.shape))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
