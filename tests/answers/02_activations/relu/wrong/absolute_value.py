# misconception: Negative entries lose their sign instead of becoming 0.
class ReLU:
    def forward(self, x):
        return Tensor(np.abs(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
