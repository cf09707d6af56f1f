# misconception: You draw positions that may repeat, so too few elements are dropped. Draw a
#   random number for each element and compare it with p.
# read: The mask
class Dropout(Layer):
    def __init__(self, p=0.5):
        super().__init__()
        valid = isinstance(p, (int, float, np.number)) and p >= 0 and p <= 1
        if not valid:
            raise ValueError("Dropout probability p must be a number between 0 and 1")
        self.p = float(p)

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        flat = x.data.flatten()
        drop = np.random.randint(0, flat.size, size=int(round(self.p * flat.size)))
        flat[drop] = 0
        return Tensor(flat.reshape(x.shape) / (1 - self.p))

    def parameters(self):
        return []
