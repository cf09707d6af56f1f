# style: np.clip with a lower bound only, in a static helper.
class ReLU:
    @staticmethod
    def _cut(array):
        return np.clip(array, 0, None)

    def forward(self, x):
        return Tensor(self._cut(x.numpy()))

    def __call__(self, *args):
        return self.forward(*args)

    def parameters(self):
        return []
