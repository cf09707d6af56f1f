# misconception: Your parameters() returns the input. An activation has nothing to learn: return [].
class ReLU:
    def forward(self, x):
        self.x = x
        return Tensor(np.maximum(x.data, 0))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self):
        return [getattr(self, "x", Tensor(0.0))]
