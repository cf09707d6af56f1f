# misconception: You do not bound the logarithms, so probabilities of exactly 0 or 1 give
#   infinity or NaN. Use np.maximum(np.log(p), -100).
# read: When p is exactly 0 or 1
# rank: 10
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore", invalid="ignore"):
            return Tensor(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
