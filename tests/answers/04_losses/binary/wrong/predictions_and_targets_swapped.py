# misconception: You take the logarithms of the targets. The logarithms are those of the
#   predictions.
# rank: 14
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(y), -100), np.maximum(np.log(1 - y), -100)
        return Tensor(-np.mean(p * yes + (1 - p) * no))
