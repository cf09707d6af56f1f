# style: With the methods of Tensor as far as they go, in a dataclass.
from dataclasses import dataclass


@dataclass
class Softmax:
    axis: int = -1

    def forward(self, x):
        shifted = x - x.max(axis=self.axis, keepdims=True)
        powers = Tensor(np.exp(shifted.data))
        return powers / powers.sum(axis=self.axis, keepdims=True)

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
