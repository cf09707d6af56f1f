# misconception: The samples of a batch are joined to one long row.
class Tanh:
    def forward(self, x):
        out = []
        for row in np.atleast_2d(x.data):
            out.extend(np.tanh(row))
        return Tensor(out)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
