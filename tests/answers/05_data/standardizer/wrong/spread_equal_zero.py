# misconception: You ask whether the spread is 0, but the computed spread of a constant feature can be a tiny number.
#   Compare the feature's largest value with its smallest.
# rank: 30
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        self.mean, self.spread = x.data.mean(axis=0), x.data.std(axis=0)
        self.spread[self.spread == 0] = 1
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        return Tensor((x.data - self.mean) / self.spread)
