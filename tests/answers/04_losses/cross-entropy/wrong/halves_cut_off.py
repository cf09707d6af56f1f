# misconception: You turn the labels into whole numbers with astype(int), which makes 0 of 0.5. A
#   label that is not whole is a mistake: as_labels refuses it.
# read: Labels that cannot be right
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = Tensor(labels).data.astype(int)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
