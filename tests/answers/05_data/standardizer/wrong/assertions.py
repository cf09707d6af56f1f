# misconception: You use assert, which raises an AssertionError. The task asks for a RuntimeError and a ValueError.
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        constant = x.data.max(axis=0) == x.data.min(axis=0)
        self.mean = np.where(constant, x.data[0], x.data.mean(axis=0))
        self.spread = np.where(constant, 1, x.data.std(axis=0))
        return self

    def transform(self, x: Tensor) -> Tensor:
        assert self.mean is not None
        assert x.shape[1] == len(self.mean)
        return Tensor((x.data - self.mean) / self.spread)
