# misconception: You compute (exp(2x) - 1) / (exp(2x) + 1), which is NaN for large x. np.tanh is
#   safe.
class Tanh:
    def forward(self, x):
        e = np.exp(2 * x.data)
        return Tensor((e - 1) / (e + 1))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
