# misconception: __call__ runs forward and forgets to return its result.
class ReLU:
    def forward(self, x):
        return Tensor(np.maximum(x.data, 0))

    def __call__(self, x):
        self.forward(x)

    def parameters(self):
        return []
