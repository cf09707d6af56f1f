# misconception: You apply softmax before log_softmax, which applies it again. The scores go into
#   log_softmax as they are.
# rank: 13
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))

        powers = np.exp(scores.data - scores.data.max(axis=1, keepdims=True))
        shares = Tensor(powers / powers.sum(axis=1, keepdims=True))
        return Tensor(-np.mean(log_softmax(shares).data[rows, numbers]))
