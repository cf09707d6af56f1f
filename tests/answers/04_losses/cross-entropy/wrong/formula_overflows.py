# misconception: You compute the exponentials of the scores themselves, which overflow for large
#   ones. Use log_softmax.
# read: Why they belong together
# rank: 21
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))

        powers = np.exp(scores.data)
        return Tensor(-np.mean(np.log(powers[rows, numbers] / powers.sum(axis=1))))
