# misconception: You let numbers below 0 and above 1 through, and their logarithm is NaN or
#   nonsense. Raise a ValueError.
# rank: 10
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        with np.errstate(invalid='ignore', divide='ignore'):
            yes, no = np.maximum(np.log(p), -100), np.maximum(np.log(1 - p), -100)
        return Tensor(-np.mean(y * yes + (1 - y) * no))
