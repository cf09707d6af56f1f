# misconception: You use np.minimum, which makes every logarithm -100 or less. np.maximum bounds
#   from below.
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
            yes, no = np.minimum(np.log(p), -100), np.minimum(np.log(1 - p), -100)
        return Tensor(-np.mean(y * np.maximum(yes, -1000) + (1 - y) * np.maximum(no, -1000)))
