# misconception: You compute the arc tangent. It only looks like tanh.
class Tanh:
    def forward(self, x):
        return Tensor(np.arctan(x.data) * 2 / np.pi)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
