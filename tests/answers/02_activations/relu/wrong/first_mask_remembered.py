# misconception: The mask of the first call is kept and used again in later calls.
class ReLU:
    mask = None

    def forward(self, x):
        if self.mask is None or self.mask.shape != x.shape:
            self.mask = x.data > 0
        return Tensor(x.data * self.mask)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
