# misconception: You do not compare the number of labels with the number of rows, and NumPy
#   broadcasts a single label or fails with another error. Raise a ValueError.
# rank: 10
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("out of range")
        return Tensor(-np.mean(log_softmax(scores).data[np.arange(len(scores.data)), numbers]))
