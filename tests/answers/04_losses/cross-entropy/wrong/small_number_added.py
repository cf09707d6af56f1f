# misconception: You add a small number before the logarithm, which cuts off the loss of sure
#   mistakes. Use log_softmax.
# read: Why they belong together
# rank: 22
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))

        powers = np.exp(scores.data - scores.data.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        return Tensor(-np.mean(np.log(shares[rows, numbers] + 1e-9)))
