# misconception: You leave the range of the labels to NumPy: it raises an IndexError for a large
#   label and takes a negative one. Check the range and raise a ValueError.
# read: Labels that cannot be right
# rank: 11
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        rows = np.arange(len(numbers))
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
