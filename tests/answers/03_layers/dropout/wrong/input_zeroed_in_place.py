# misconception: You set elements of x itself to zero. Make a new array, such as x.data * mask,
#   and leave x as it is.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping an element and lies in [0, 1], got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        dropped = np.random.random(x.shape) < self.p
        data = x.data
        data[dropped] = 0
        if self.p == 1:
            return Tensor(data)
        return Tensor(data / (1 - self.p))

    def parameters(self):
        return []
