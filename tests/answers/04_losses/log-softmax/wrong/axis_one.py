# misconception: You work along axis 1, which is the last one only if there are two. Use axis=-1.
# rank: 31
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.max(axis=1, keepdims=True)
    return Tensor(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))
