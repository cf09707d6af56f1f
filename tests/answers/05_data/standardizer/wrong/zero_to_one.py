# misconception: You scale from 0 to 1 with the smallest and the largest value. Subtract the mean, and divide by the
#   spread.
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        constant = x.data.max(axis=0) == x.data.min(axis=0)
        self.mean = x.data.min(axis=0)
        self.spread = np.where(constant, 1, x.data.max(axis=0) - x.data.min(axis=0))
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        return Tensor((x.data - self.mean) / self.spread)
