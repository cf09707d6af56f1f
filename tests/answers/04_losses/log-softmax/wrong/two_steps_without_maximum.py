# misconception: You compute the softmax of the formula and then its logarithm. Its exponentials
#   overflow for large scores: subtract the maximum of the row, and never form the
#   probability.
# read: Why they belong together
# rank: 11
#| export
def log_softmax(scores):
    powers = np.exp(scores.data)
    return Tensor(np.log(powers / powers.sum(axis=-1, keepdims=True)))
