# misconception: You always sum down the columns. The default is the last axis, and self.axis
#   decides.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=0))
        return Tensor(e / e.sum(axis=0))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
