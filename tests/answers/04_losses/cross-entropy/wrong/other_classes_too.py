# misconception: You also add log(1 - p) for the other classes, as if each were a yes-or-no
#   question. Only the class of the label counts.
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
        p = np.exp(log_softmax(scores).data)
        return Tensor(-np.mean(np.sum(one_hot * np.log(p + 1e-12) + (1 - one_hot) * np.log(1 - p + 1e-12), axis=1)))
