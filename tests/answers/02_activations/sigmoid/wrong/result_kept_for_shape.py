# misconception: You keep results by shape. Compute everything from the x of this call.
class Sigmoid:
    def __init__(self):
        self.cache = {}

    def forward(self, x):
        if x.shape not in self.cache:
            small = np.exp(-np.abs(x.data))
            self.cache[x.shape] = Tensor(np.where(x.data >= 0, 1, small) / (1 + small))
        return self.cache[x.shape]

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
