# misconception: You refuse the label 0, as if classes were counted from 1. They are counted from
#   0.
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        rows = np.arange(len(numbers))
        if np.any((numbers < 1) | (numbers >= scores.shape[1])):
            raise ValueError("out of range")
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
