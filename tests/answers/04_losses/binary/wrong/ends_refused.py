# misconception: You refuse 0 and 1 as probabilities. They are allowed; only numbers outside are
#   not.
# read: When p is exactly 0 or 1
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p <= 0) or np.any(p >= 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(p), -100), np.maximum(np.log(1 - p), -100)
        return Tensor(-np.mean(y * yes + (1 - y) * no))
