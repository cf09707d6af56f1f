# misconception: You do not compare the number of features, and NumPy repeats a single one. Raise a ValueError if it
#   differs from what fit saw.
# rank: 12
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
        if self.mean is None:
            raise RuntimeError("not fitted")
        return Tensor((x.data - self.mean) / self.spread)
