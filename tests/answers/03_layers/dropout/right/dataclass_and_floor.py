# style: A dataclass; the mask is the floor of a shifted uniform draw.
from dataclasses import dataclass


@dataclass(eq=False)
class Dropout(Layer):
    p: float = 0.5

    def __post_init__(self):
        p = self.p
        if not isinstance(p, (int, float, np.integer, np.floating)) or not 0 <= p <= 1:
            raise ValueError(f"p: probability of dropping an element, a number in [0, 1], not {p!r}")

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        keep = 1 - self.p
        # floor(keep + u) is 1 with probability keep, otherwise 0
        mask = np.floor(keep + np.random.random(x.shape))
        return Tensor(x.data * mask / keep) if keep > 0 else Tensor(np.zeros(x.shape))

    def parameters(self):
        return []
