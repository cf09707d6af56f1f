# misconception: You replace a bad p by 0.5. Refuse it with a ValueError.
class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            print("p must be in [0, 1], using 0.5")
            p = 0.5
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        keep = 1.0 - self.p
        mask = np.random.random(x.shape) < keep
        return Tensor(x.data * mask / keep)

    def parameters(self):
        params = []
        return params
