# style: log-sum-exp minus the score of the label, without log_softmax
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        if scores.ndim != 2 or scores.shape[0] != len(numbers):
            raise ValueError("scores and labels do not fit")
        if np.any(numbers < 0) or np.any(numbers >= scores.shape[1]):
            raise ValueError("a label is out of range")
        rows = np.arange(len(numbers))

        x = scores.data
        m = x.max(axis=1)
        log_sum_exp = m + np.log(np.exp(x - m[:, None]).sum(axis=1))
        return Tensor(np.mean(log_sum_exp - x[rows, numbers]))
