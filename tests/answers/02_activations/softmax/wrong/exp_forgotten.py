# misconception: You divide the scores themselves by their sum. Take exp of each first.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        total = x.data.sum(axis=self.axis, keepdims=True)
        return Tensor(x.data / total)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
