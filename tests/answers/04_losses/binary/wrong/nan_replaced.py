# misconception: You replace NaN and infinity afterwards. Bound the logarithms at -100, before
#   they are multiplied by their weights.
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
            return Tensor(np.mean(np.nan_to_num(-(y * np.log(p) + (1 - y) * np.log(1 - p)))))
