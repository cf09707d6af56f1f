# misconception: You use assert, which raises an AssertionError. The task asks for a ValueError.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    assert scores.ndim == 2 and scores.shape[0] == len(numbers)
    return float(np.mean(np.argmax(scores.data, axis=1) == numbers))
