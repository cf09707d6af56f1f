# style: By way of tanh, which is safe.
class Sigmoid:
    def forward(self, x):
        t = np.tanh(0.5 * x.data)
        return Tensor(0.5 * t + 0.5)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
