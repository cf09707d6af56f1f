# misconception: You compare the Tensor itself with 0. Compute with its array, x.data.
class ReLU:
    def forward(self, x):
        return x * (x > 0)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
