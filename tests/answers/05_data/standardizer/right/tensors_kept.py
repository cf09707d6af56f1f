# style: Tensors for what is learned, and Tensor arithmetic
#| export
class Standardizer:
    fitted = False

    def fit(self, x):
        first = x.data[:1]
        constant = (x.data == first).all(axis=0)
        self.mean = x.mean(axis=0)
        self.spread = Tensor(np.where(constant, 1, x.data.std(axis=0)))
        self.fitted = True
        return self

    def transform(self, x):
        if not self.fitted:
            raise RuntimeError("call fit before transform")
        if x.shape[-1] != self.mean.size:
            raise ValueError(f"{x.shape[-1]} features, but fit saw {self.mean.size}")
        return (x - self.mean) / self.spread
