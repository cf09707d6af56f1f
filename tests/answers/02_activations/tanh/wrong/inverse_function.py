# misconception: You use np.arctanh, the inverse. It is np.tanh.
class Tanh:
    def forward(self, x):
        return Tensor(np.arctanh(x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
