# style: The entries times a mask of zeros and ones.
class ReLU:
    def forward(self, x):
        mask = x.data > 0
        return Tensor(x.data * mask)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
