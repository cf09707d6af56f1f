# misconception: You do not compare the number of labels with the number of rows. NumPy
#   broadcasts a single label, or gives False. Raise a ValueError.
# rank: 10
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)

    answers = np.argmax(scores.data, axis=1)
    if len(answers) != len(numbers) and 1 not in (len(answers), len(numbers)):
        return 0.0
    return float(np.mean(answers == numbers))
