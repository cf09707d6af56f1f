# misconception: You bound log p only. The logarithm of 1 - p needs the bound too.
# read: When p is exactly 0 or 1
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore", invalid="ignore"):
            yes, no = np.maximum(np.log(p), -100), np.log(1 - p)
            return Tensor(-np.mean(y * yes + (1 - y) * no))
