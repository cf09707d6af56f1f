# misconception: You take the mean and the spread of each sample. Each feature has its own, over all samples: axis=0.
# rank: 20
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        constant = x.data.max(axis=1) == x.data.min(axis=1)
        self.mean = x.data.mean(axis=1)
        self.spread = np.where(constant, 1, x.data.std(axis=1))
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        return Tensor((x.data - self.mean) / self.spread)
