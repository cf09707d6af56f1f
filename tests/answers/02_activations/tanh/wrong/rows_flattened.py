# misconception: You flatten the result. It has the shape of x.
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
