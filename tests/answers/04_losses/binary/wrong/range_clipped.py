# misconception: You move numbers outside to 0 or 1. Whoever passes them has forgotten the
#   sigmoid: raise a ValueError.
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        p = np.clip(p, 0, 1)

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(p), -100), np.maximum(np.log(1 - p), -100)
        return Tensor(-np.mean(y * yes + (1 - y) * no))
