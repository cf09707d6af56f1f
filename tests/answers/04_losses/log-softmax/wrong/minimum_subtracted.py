# misconception: You subtract the smallest score of the row. Then the largest one can still
#   overflow: subtract the maximum.
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.min(axis=-1, keepdims=True)
    return Tensor(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))
