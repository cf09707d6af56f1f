# misconception: Your __call__ prints the result. It returns what self.forward(x) returns.
class Sigmoid:
    def forward(self, x):
        small = np.exp(-np.abs(x.data))
        return Tensor(np.where(x.data >= 0, 1, small) / (1 + small))

    def __call__(self, x):
        print(self.forward(x))

    def parameters(self) -> list[Tensor]:
        return []
