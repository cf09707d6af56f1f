# misconception: You go on with the features that are there in both. Another number than fit saw is a ValueError.
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
        width = min(x.shape[1], len(self.mean))
        return Tensor((x.data[:, :width] - self.mean[:width]) / self.spread[:width])
