# misconception: You use np.max, which takes the largest entry along an axis. np.maximum compares
#   entry by entry.
class ReLU:
    def forward(self, x):
        return Tensor(np.max(x.data, 0))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
