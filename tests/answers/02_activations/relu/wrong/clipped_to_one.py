# misconception: You squeeze the entries into 0 to 1. Positive entries stay as they are.
class ReLU:
    def forward(self, x):
        out = np.clip(x.data, 0.0, 1.0)
        return Tensor(out)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
