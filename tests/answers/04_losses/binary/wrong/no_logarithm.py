# misconception: You use one minus the probability of the right answer. The loss is minus its
#   logarithm.
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")
        return Tensor(np.mean(y * (1 - p) + (1 - y) * p))
