# misconception: You do not compare the shapes, and NumPy broadcasts what does not fit. Raise a
#   ValueError if they differ.
# read: Shapes must be equal
# rank: 10
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(p), -100), np.maximum(np.log(1 - p), -100)
        return Tensor(-np.mean(y * yes + (1 - y) * no))
