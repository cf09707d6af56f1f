# misconception: You change x itself. Make a new array and leave x.data as it is.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        x.data -= x.data.max(axis=self.axis, keepdims=True)
        e = np.exp(x.data)
        return Tensor(e / e.sum(axis=self.axis, keepdims=True))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
