# style: A copy is changed by a boolean index.
class ReLU:
    def forward(self, x):
        data = x.data.copy()
        data[data < 0] = 0.0
        return Tensor(data)

    def __call__(self, x):
        y = self.forward(x)
        return y

    def parameters(self):
        return list()
