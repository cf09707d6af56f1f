# misconception: Your __call__ does not return the result of self.forward(x).
class ReLU:
    def forward(self, x):
        return Tensor(np.maximum(x.data, 0))

    def __call__(self, x):
        self.forward(x)

    def parameters(self):
        return []
