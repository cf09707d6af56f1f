# misconception: Your code works for tables only. axis=self.axis and keepdims=True work for any
#   number of axes.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        data = x.data
        if self.axis == 0 or self.axis == -2:
            data = data.T
        e = np.exp(data - data.max(axis=1)[:, None])
        out = e / e.sum(axis=1)[:, None]
        if self.axis == 0 or self.axis == -2:
            out = out.T
        return Tensor(out)

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
