# misconception: Your sum loses its axis. With keepdims=True it lines up with the scores.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=self.axis, keepdims=True))
        return Tensor(e / e.sum(axis=self.axis))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
