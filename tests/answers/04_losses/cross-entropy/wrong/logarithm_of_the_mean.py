# misconception: You average the probabilities first and then take the logarithm. Take the
#   logarithm of each, then the mean.
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))
        return Tensor(-np.log(np.mean(np.exp(log_softmax(scores).data[rows, numbers]))))
