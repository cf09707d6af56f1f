# misconception: You look for the score that is largest without its sign. A score of -9 is lower
#   than one of 2: leave np.abs out.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmax(np.abs(scores.data), axis=1) == numbers))
