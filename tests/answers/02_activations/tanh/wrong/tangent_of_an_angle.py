# misconception: You use np.tan, the tangent of an angle. It is np.tanh.
class Tanh:
    def forward(self, x):
        return Tensor(np.tan(x.data))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
