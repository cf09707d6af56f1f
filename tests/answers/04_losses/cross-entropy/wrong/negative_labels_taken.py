# misconception: You let negative labels through, and NumPy counts them from the end. Raise a
#   ValueError for them.
# read: Labels that cannot be right
# rank: 10
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        rows = np.arange(len(numbers))
        if np.any(numbers >= scores.shape[1]):
            raise ValueError("too large")
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
