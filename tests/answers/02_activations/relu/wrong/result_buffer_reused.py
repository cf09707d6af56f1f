# misconception: One result Tensor is kept and filled anew, so a later call changes an earlier result.
class ReLU:
    def __init__(self):
        self.out = Tensor(0.0)

    def forward(self, x):
        self.out.data = np.maximum(x.data, 0)
        return self.out

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
