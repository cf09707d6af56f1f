# misconception: Large entries are cut off, as in ReLU6.
class ReLU:
    def forward(self, x):
        return Tensor(np.clip(x.data, 0, 6))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
