# misconception: You use assert, which raises an AssertionError. The task asks for a ValueError.
#| export
class CrossEntropyLoss(Layer):
    def forward(self, scores, labels):
        numbers = as_labels(labels)
        assert scores.ndim == 2 and scores.shape[0] == len(numbers)
        assert np.all((numbers >= 0) & (numbers < scores.shape[1]))
        rows = np.arange(len(numbers))
        return Tensor(-np.mean(log_softmax(scores).data[rows, numbers]))
