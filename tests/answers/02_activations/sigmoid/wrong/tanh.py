# misconception: You compute tanh, which lies between -1 and 1. The sigmoid lies between 0 and 1.
class Sigmoid:
    def forward(self, x):
        return Tensor(np.tanh(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
