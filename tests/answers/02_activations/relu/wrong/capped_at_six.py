# misconception: You cut large entries off. ReLU has no upper limit.
class ReLU:
    def forward(self, x):
        return Tensor(np.clip(x.data, 0, 6))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
