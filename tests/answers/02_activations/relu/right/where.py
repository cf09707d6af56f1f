# style: np.where chooses, and __call__ is another name for forward.
class ReLU:
    def forward(self, x: Tensor) -> Tensor:
        return Tensor(np.where(x.data > 0, x.data, np.float32(0)))

    __call__ = forward

    def parameters(self):
        params = []
        return params
