# misconception: You leave out the maximum, so exp overflows for large scores, and all
#   exponentials are 0 for very low ones. Subtract the maximum of the row first.
# read: Why they belong together
# rank: 14
#| export
def log_softmax(scores):
    return Tensor(scores.data - np.log(np.exp(scores.data).sum(axis=-1, keepdims=True)))
