# style: double precision, and the spread written out
#| export
class Standardizer:
    def __init__(self):
        self.learned = None

    def fit(self, x):
        numbers = x.data.astype(float)
        mean = numbers.sum(axis=0) / len(numbers)
        spread = np.sqrt(((numbers - mean) ** 2).mean(axis=0))
        spread[np.ptp(numbers, axis=0) == 0] = 1
        self.learned = mean, spread
        return self

    def transform(self, x):
        if self.learned is None:
            raise RuntimeError("nothing is learned yet")
        mean, spread = self.learned
        if x.data.shape[1:] != mean.shape:
            raise ValueError("another number of features")
        return Tensor((x.data - mean) / spread)
