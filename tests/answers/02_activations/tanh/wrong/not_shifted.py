# misconception: You leave out the -1, so the results lie between 0 and 2. tanh lies between -1 and
#   1.
class Tanh:
    def forward(self, x):
        s = 1 / (1 + np.exp(-2 * x.data))
        return Tensor(2 * s)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
