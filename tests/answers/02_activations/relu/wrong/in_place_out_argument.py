# misconception: The out argument of np.maximum writes the result into the input.
class ReLU:
    def forward(self, x):
        np.maximum(x.data, 0, out=x.data)
        return x

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
