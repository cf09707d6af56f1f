# misconception: You mix the probabilities and take one logarithm of y p + (1 - y)(1 - p). That
#   is the same for 0 and 1 only: weigh the two logarithms.
# rank: 21
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore"):
            logs = np.maximum(np.log(y * p + (1 - y) * (1 - p)), -100)
        return Tensor(-np.mean(logs))
