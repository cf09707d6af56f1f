# misconception: You keep the mask of the first call. Compute everything from the x of this call.
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
