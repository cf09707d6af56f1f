# misconception: You average the probabilities of the labels. An answer is right or wrong: count
#   the rows whose largest score is that of the label.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")

    powers = np.exp(scores.data - scores.data.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    return float(np.mean(shares[np.arange(len(numbers)), numbers]))
