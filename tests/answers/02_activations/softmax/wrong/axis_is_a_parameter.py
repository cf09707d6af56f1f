# misconception: Your parameters() returns the axis. An activation has nothing to learn: return [].
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=self.axis, keepdims=True))
        return Tensor(e / e.sum(axis=self.axis, keepdims=True))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self):
        return [self.axis]
