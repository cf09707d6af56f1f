# misconception: You average the probabilities of the right answers first and then take the
#   logarithm. Take the logarithm of each, then the mean.
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")
        return Tensor(-max(np.log(np.mean(y * p + (1 - y) * (1 - p)) + 1e-45), -100))
