# misconception: A whole sample is kept or dropped, depending on its sum, instead of each entry.
class ReLU:
    def forward(self, x):
        keep = x.data.sum(axis=-1, keepdims=True) > 0
        return Tensor(x.data * keep)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
