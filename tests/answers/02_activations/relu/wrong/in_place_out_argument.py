# misconception: Your out argument writes into x. Make a new array and leave x.data as it is.
class ReLU:
    def forward(self, x):
        np.maximum(x.data, 0, out=x.data)
        return x

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
