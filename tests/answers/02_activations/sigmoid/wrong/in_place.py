# misconception: You change x itself. Make a new array and leave x.data as it is.
class Sigmoid:
    def forward(self, x):
        data = x.data
        data *= -1
        np.exp(data, out=data)
        data += 1
        return Tensor(1 / data)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
