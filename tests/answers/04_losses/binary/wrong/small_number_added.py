# misconception: You add a small number inside the logarithms, which cuts off the loss of very
#   sure mistakes. Bound the logarithms at -100.
# read: When p is exactly 0 or 1
# rank: 12
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")
        return Tensor(-np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)))
