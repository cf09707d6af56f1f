# misconception: You change x itself. Make a new array and leave x.data as it is.
class Tanh:
    def forward(self, x):
        x.data = np.tanh(x.data)
        return Tensor(x.data)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
