# style: log1p for no, and np.where in front of the logarithms
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        p = p.astype(np.float64)
        yes = np.where(p > 0, np.log(np.where(p > 0, p, 1)), -100)
        no = np.where(p < 1, np.log1p(-np.where(p < 1, p, 0)), -100)
        return Tensor(np.mean(-y * np.maximum(yes, -100) - (1 - y) * np.maximum(no, -100)))
