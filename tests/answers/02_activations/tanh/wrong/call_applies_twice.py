# misconception: __call__ applies forward to the result of forward.
class Tanh:
    def forward(self, x):
        return Tensor(np.tanh(x.data))

    def __call__(self, x):
        y = self.forward(x)
        return self.forward(y)

    def parameters(self) -> list[Tensor]:
        return []
