# style: The logarithm of the sum from np.logaddexp in float64.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        scores = x.numpy().astype(np.float64)
        total = np.logaddexp.reduce(scores, axis=self.axis, keepdims=True)
        return Tensor(np.exp(scores - total))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
