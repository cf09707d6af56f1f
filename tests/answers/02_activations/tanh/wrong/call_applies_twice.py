# misconception: Your __call__ applies forward twice. Return self.forward(x).
class Tanh:
    def forward(self, x):
        return Tensor(np.tanh(x.data))

    def __call__(self, x):
        y = self.forward(x)
        return self.forward(y)

    def parameters(self) -> list[Tensor]:
        return []
