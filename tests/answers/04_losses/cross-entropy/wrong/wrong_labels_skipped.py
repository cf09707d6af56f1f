# misconception: You leave samples out whose label is out of range. They are mistakes in the
#   data: raise a ValueError.
# read: Labels that cannot be right
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        rows = np.arange(len(numbers))
        fine = (numbers >= 0) & (numbers < scores.shape[1])
        return Tensor(-np.mean(log_softmax(scores).data[rows[fine], numbers[fine]]))
