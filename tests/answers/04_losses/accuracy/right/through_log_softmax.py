# style: the largest log-probability, and the mean of a Tensor
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")

    shifted = scores - scores.max(axis=1, keepdims=True)
    return float(Tensor(shifted.data.argmax(axis=1) == numbers).mean().data)
