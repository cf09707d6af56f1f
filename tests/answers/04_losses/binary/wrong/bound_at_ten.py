# misconception: Your bound is too high: it cuts off logarithms that are not below -100.
# read: When p is exactly 0 or 1
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(p), -10), np.maximum(np.log(1 - p), -10)

        return Tensor(-np.mean(y * yes + (1 - y) * no))
