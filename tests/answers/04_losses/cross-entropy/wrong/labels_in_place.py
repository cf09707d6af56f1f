# misconception: You change the labels. Make a new array for what you compute from them.
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))

        flat = labels.data if isinstance(labels, Tensor) else labels
        if isinstance(flat, np.ndarray):
            flat += rows.astype(flat.dtype) * scores.shape[1]
            return Tensor(-np.mean(log_softmax(scores).data.ravel()[flat.astype(int)]))
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
