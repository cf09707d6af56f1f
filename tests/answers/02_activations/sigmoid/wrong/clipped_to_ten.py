# misconception: You cut x to -10 to 10, so sigmoid(-20) comes out as sigmoid(-10). Do not cut x:
#   choose the form by its sign.
class Sigmoid:
    def forward(self, x):
        z = np.clip(x.data, -10, 10)
        return Tensor(1 / (1 + np.exp(-z)))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
