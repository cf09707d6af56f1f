# misconception: Your transform changes x. Make a new array, with - and / in place of -= and /=.
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
        if x.shape[1] != len(self.mean):
            raise ValueError("features")
        x.data -= self.mean
        x.data /= self.spread
        return x
