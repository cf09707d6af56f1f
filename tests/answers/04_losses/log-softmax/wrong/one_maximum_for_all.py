# misconception: You subtract the largest score of the whole array. A row far below it has only
#   exponentials of 0 left. Each row needs its own maximum.
# rank: 15
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.max()
    return Tensor(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))
