# misconception: You keep one result and fill it anew. Every call returns a Tensor of its own.
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
