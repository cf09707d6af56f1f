# misconception: You compute a safe softmax and then its logarithm. Where scores are far apart,
#   the probability becomes 0 and its logarithm minus infinity. Subtract the
#   logarithm of the sum instead.
# read: Why they belong together
# rank: 10
#| export
def log_softmax(scores):
    powers = np.exp(scores.data - scores.data.max(axis=-1, keepdims=True))
    return Tensor(np.log(powers / powers.sum(axis=-1, keepdims=True)))
