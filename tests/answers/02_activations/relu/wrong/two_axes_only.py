# misconception: Your loops work for two axes only. NumPy compares entries of any shape: np.maximum.
class ReLU:
    def forward(self, x):
        rows, columns = x.shape
        out = np.zeros((rows, columns))
        for i in range(rows):
            for j in range(columns):
                out[i, j] = max(0.0, x.data[i, j])
        return Tensor(out)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
