# style: a loop that counts
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")

    right = 0
    for row, number in zip(scores.data.tolist(), numbers.tolist()):
        right += row.index(max(row)) == number
    return right / len(numbers)
