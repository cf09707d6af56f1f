# misconception: The NumPy array is returned without a Tensor around it.
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
