# misconception: The negative entries are kept and the positive ones cut (minimum for maximum).
class ReLU:
    def forward(self, x):
        return Tensor(np.minimum(x.data, 0))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
