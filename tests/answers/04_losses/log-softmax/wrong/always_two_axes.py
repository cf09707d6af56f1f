# misconception: Your result always has two axes. It has the shape of the scores: one, two or
#   three axes.
#| export
def log_softmax(scores):
    x = np.atleast_2d(scores.data)
    shifted = x - x.max(axis=-1, keepdims=True)
    return Tensor(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))
