# misconception: You clip the scores before exp. Scores beyond the limits then count as equal.
#   Subtract the maximum instead.
#| export
def log_softmax(scores):
    x = np.clip(scores.data, -80, 80)
    return Tensor(x - np.log(np.exp(x).sum(axis=-1, keepdims=True)))
