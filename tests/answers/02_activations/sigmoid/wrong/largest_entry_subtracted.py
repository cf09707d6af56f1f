# misconception: The largest entry is subtracted for safety; that trick belongs to softmax and changes a sigmoid.
class Sigmoid:
    def forward(self, x):
        z = x.data - np.max(x.data)
        return Tensor(1 / (1 + np.exp(-z)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
