# misconception: You make one draw for the whole of x, so all of it is kept or dropped. Draw one
#   random number for each element.
# read: The mask
# rank: 40
class Dropout(Layer):
    def __init__(self, p=0.5):
        is_number = isinstance(p, (int, float, np.integer, np.floating))
        if not is_number:
            raise ValueError("p must be a number: the probability of zeroing an element")
        if np.isnan(p) or p < 0.0 or p > 1.0:
            raise ValueError(f"p is the probability of zeroing an element, 0 to 1, and not {p}")
        self.p = p

    def forward(self, x, training=True):
        if not training:
            return x
        if self.p == 1 or np.random.random() < self.p:
            return Tensor(np.zeros(x.shape))
        return Tensor(x.data / (1 - self.p))

    def parameters(self):
        params = []
        return params
