# misconception: You add a little to the spread, so a constant feature becomes huge for another value, and small
#   features shrink. Divide constant features by 1.
# rank: 20
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        self.mean = x.data.mean(axis=0)
        self.spread = x.data.std(axis=0) + 1e-8
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        return Tensor((x.data - self.mean) / self.spread)
