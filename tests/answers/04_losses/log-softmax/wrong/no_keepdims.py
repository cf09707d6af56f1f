# misconception: Your sums have lost their axis, so they do not line up with the rows. Use
#   keepdims=True.
# rank: 33
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.max(axis=-1, keepdims=True)
    return Tensor(shifted - np.log(np.exp(shifted).sum(axis=-1)))
