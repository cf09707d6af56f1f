# misconception: Your second fit takes the mean of the old and the new numbers. It forgets the old ones.
#| export
class Standardizer:
    def __init__(self):
        self.mean = None

    def fit(self, x: Tensor) -> "Standardizer":
        before = None if self.mean is None else (self.mean, self.spread)
        constant = x.data.max(axis=0) == x.data.min(axis=0)
        self.mean = np.where(constant, x.data[0], x.data.mean(axis=0))
        self.spread = np.where(constant, 1, x.data.std(axis=0))
        if before:
            self.mean, self.spread = (self.mean + before[0]) / 2, (self.spread + before[1]) / 2
        return self

    def transform(self, x: Tensor) -> Tensor:
        if self.mean is None:
            raise RuntimeError("not fitted")
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        return Tensor((x.data - self.mean) / self.spread)
