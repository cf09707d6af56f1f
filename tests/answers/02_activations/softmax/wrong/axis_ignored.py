# misconception: The axis is kept in the object, but forward always works along the last one.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=-1, keepdims=True))
        return Tensor(e / e.sum(axis=-1, keepdims=True))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
