# misconception: You accept scores with one axis, as a single sample. The task asks for a
#   ValueError unless there are two axes.
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        if scores.ndim == 1:
            scores = scores.reshape(1, -1)
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
