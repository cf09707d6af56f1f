# misconception: You divide the scores by their sum without taking exponentials, or take the
#   logarithm of scores. Scores may be negative: take exp first.
#| export
def log_softmax(scores):
    return Tensor(np.log(np.abs(scores.data) / np.abs(scores.data).sum(axis=-1, keepdims=True) + 1e-9))
