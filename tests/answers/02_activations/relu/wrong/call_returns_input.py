# misconception: Your __call__ returns its argument. It returns what self.forward(x) returns.
class ReLU:
    def forward(self, x):
        return Tensor(np.maximum(x.data, 0))

    def __call__(self, x):
        self.forward(x)
        return x

    def parameters(self) -> list[Tensor]:
        return []
