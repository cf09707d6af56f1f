# misconception: You replace NaN by 0 after the division, but another value of a constant feature divided by 0 is
#   infinite. Divide constant features by 1.
# rank: 20
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        constant = x.data.max(axis=0) == x.data.min(axis=0)
        self.mean = np.where(constant, x.data[0], x.data.mean(axis=0))
        self.spread = np.where(constant, 0, x.data.std(axis=0))
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        with np.errstate(all="ignore"):
            return Tensor(np.nan_to_num((x.data - self.mean) / self.spread))
