# style: Training and inference are two methods, chosen by the flag.
class Dropout(Layer):
    def __init__(self, p: float = 0.5):
        super().__init__()
        try:
            valid = np.ndim(p) == 0 and bool(0 <= p <= 1)
        except (TypeError, ValueError):
            valid = False
        if not valid:
            raise ValueError(f"Dropout(p): p is the probability of dropping an element, in [0, 1]; got {p!r}")
        self.p = p

    def _train(self, x):
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        flat = np.random.random(x.size)
        mask = np.array(flat >= self.p, dtype=np.float32).reshape(x.shape)
        return Tensor(mask * x.data / (1 - self.p))

    def _infer(self, x):
        return Tensor(x.data)

    def forward(self, x: Tensor, training: bool = True) -> Tensor:
        run = self._train if training else self._infer
        return run(x)

    def parameters(self):
        return []

    def __repr__(self):
        return f"Dropout(p={self.p})"
