# misconception: You keep the negative entries and cut the positive ones. It is the other way round.
class ReLU:
    def forward(self, x):
        return Tensor(np.minimum(x.data, 0))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
