# misconception: Your parameters() returns None. Return an empty list, [].
class ReLU:
    def forward(self, x):
        return Tensor(np.maximum(x.data, 0))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self):
        pass
