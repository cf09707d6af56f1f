# misconception: You return exactly 1 beyond 2. tanh(2) is 0.964: it comes close to 1 but slowly.
class Tanh:
    def forward(self, x):
        t = np.tanh(x.data)
        t[x.data > 2] = 1.0
        t[x.data < -2] = -1.0
        return Tensor(t)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
