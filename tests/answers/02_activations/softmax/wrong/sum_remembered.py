# misconception: You keep the sum of the first call. Compute everything from the x of this call.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis
        self.total = None

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=self.axis, keepdims=True))
        if self.total is None:
            self.total = e.sum(axis=self.axis, keepdims=True)
        return Tensor(e / self.total)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
