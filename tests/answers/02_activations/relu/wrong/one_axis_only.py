# misconception: Your loop works for one axis only. NumPy compares entries of any shape: np.maximum.
class ReLU:
    def forward(self, x):
        out = []
        for value in x.data:
            if value > 0:
                out.append(value)
            else:
                out.append(0.0)
        return Tensor(out)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
