# misconception: You keep or drop whole rows. Every entry stands for itself.
class ReLU:
    def forward(self, x):
        keep = x.data.sum(axis=-1, keepdims=True) > 0
        return Tensor(x.data * keep)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
