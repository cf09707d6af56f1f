# misconception: You divide by the number of all scores, since the other entries of each row
#   count as zeros. Take the mean over the samples only.
# rank: 12
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))

        one_hot = np.eye(scores.shape[1])[numbers]
        return Tensor(-np.mean(one_hot * log_softmax(scores).data))
