# misconception: You take away the sign of negative entries. They become 0.
class ReLU:
    def forward(self, x):
        return Tensor(np.abs(x.data))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
