# misconception: Your __call__ uses the default axis. Return self.forward(x), which uses the
#   object's own.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        e = np.exp(x.data - x.data.max(axis=self.axis, keepdims=True))
        return Tensor(e / e.sum(axis=self.axis, keepdims=True))

    def __call__(self, x):
        return Softmax().forward(x)

    def parameters(self):
        return []
