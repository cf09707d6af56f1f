# misconception: You clip the probabilities, to 1e-7 for example, which changes the loss of every
#   very sure answer. Bound the logarithms at -100.
# read: When p is exactly 0 or 1
# rank: 11
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")
        p = np.clip(p, 1e-7, 1 - 1e-7)
        return Tensor(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
