# misconception: You drop exactly the same number of elements in each call. Decide each element
#   on its own, with one draw for each.
# read: The mask
# rank: 30
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        flat = x.data.flatten()
        drop = np.random.choice(flat.size, int(self.p * flat.size), replace=False)
        flat[drop] = 0
        return Tensor(flat.reshape(x.shape) / (1 - self.p))

    def parameters(self):
        """Dropout has nothing to learn."""
        return []
