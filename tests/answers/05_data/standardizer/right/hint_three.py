# style: the lines of the hints
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        constant = x.data.max(axis=0) == x.data.min(axis=0)
        self.mean = x.data.mean(axis=0)
        self.spread = np.where(constant, 1, x.data.std(axis=0))
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("call fit first")
        if x.shape[1] != len(self.mean):
            raise ValueError("another number of features")
        return Tensor((x.data - self.mean) / self.spread)
