# misconception: The argument of tanh is not halved, which gives the sigmoid of twice the input.
class Sigmoid:
    def forward(self, x):
        return Tensor(0.5 * (1 + np.tanh(x.data)))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
