# misconception: You go through rows and labels with zip, which stops at the end of the shorter
#   one. Compare how many there are, and raise a ValueError.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    return float(np.mean([np.argmax(row) == number for row, number in zip(scores.data, numbers)]))
