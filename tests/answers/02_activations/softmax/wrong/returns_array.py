# misconception: You return the array. Wrap it: return Tensor(...).
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=self.axis, keepdims=True))
        return e / e.sum(axis=self.axis, keepdims=True)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
