# misconception: The result is written into the input array.
class Tanh:
    def forward(self, x):
        x.data = np.tanh(x.data)
        return Tensor(x.data)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
