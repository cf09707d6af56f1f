# misconception: You use math.exp, which raises an error for large x. Choose the form by the sign of
#   x, and use np.exp.
import math


class Sigmoid:
    def forward(self, x):
        values = [1 / (1 + math.exp(-v)) for v in x.data.ravel().tolist()]
        return Tensor(np.array(values).reshape(x.shape))

    def __call__(self, x: Tensor) -> Tensor:
        return self.forward(x)

    def parameters(self) -> list[Tensor]:
        return []
