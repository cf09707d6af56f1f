# misconception: You divide by the spread 0 of a constant feature, which gives NaN. Divide constant features by 1.
# rank: 10
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        self.mean, self.spread = x.data.mean(axis=0), x.data.std(axis=0)
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        with np.errstate(all="ignore"):
            return Tensor((x.data - self.mean) / self.spread)
