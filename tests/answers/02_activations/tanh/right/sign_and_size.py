# style: The size from exp(-2|x|), the sign put back.
class Tanh:
    def forward(self, x: Tensor) -> Tensor:
        z = x.data
        e = np.exp(-2.0 * np.abs(z))
        size = (1.0 - e) / (1.0 + e)
        return Tensor(np.copysign(size, z))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list:
        return []
