# misconception: You turn the sign in the exponent. The largest score gets the largest share.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data.min(axis=self.axis, keepdims=True) - x.data)
        return Tensor(e / e.sum(axis=self.axis, keepdims=True))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
