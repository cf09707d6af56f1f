# misconception: You return the logarithm of the shares. Return the shares.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        z = x.data - x.data.max(axis=self.axis, keepdims=True)
        return Tensor(z - np.log(np.exp(z).sum(axis=self.axis, keepdims=True)))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
