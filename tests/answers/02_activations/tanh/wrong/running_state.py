# misconception: You add the last result to x. Compute everything from the x of this call.
class Tanh:
    def __init__(self):
        self.last = 0.0

    def forward(self, x):
        self.last = np.tanh(x.data + np.mean(self.last))
        return Tensor(self.last)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
