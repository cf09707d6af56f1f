# misconception: You give the largest score everything. Softmax gives every score a share.
class Softmax:
    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, x):
        top = x.data == x.data.max(axis=self.axis, keepdims=True)
        return Tensor(top.astype(np.float32))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
