# misconception: Your transform computes the mean and the spread of what it gets. Use those that fit learned.
# rank: 10
#| export
class Standardizer:
    def __init__(self):
        self.width = None

    def fit(self, x: Tensor) -> "Standardizer":
        self.width = x.shape[1]
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.width is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != self.width:
            raise ValueError("features")
        constant = x.data.max(axis=0) == x.data.min(axis=0)
        mean = np.where(constant, x.data[0], x.data.mean(axis=0))
        return Tensor((x.data - mean) / np.where(constant, 1, x.data.std(axis=0)))
