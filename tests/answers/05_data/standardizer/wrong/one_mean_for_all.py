# misconception: You take one mean and one spread of all features together. Each feature has its own: axis=0.
# rank: 20
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        self.mean = np.full(x.shape[1], x.data.mean())
        self.spread = np.full(x.shape[1], x.data.std() or 1)
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        return Tensor((x.data - self.mean) / self.spread)
