# style: whether the label's score is the maximum of its row
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    picked = scores.data[np.arange(len(numbers)), numbers]
    return (picked == scores.data.max(axis=1)).mean().item()
