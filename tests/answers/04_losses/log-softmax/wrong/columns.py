# misconception: You work along the first axis. Each row is a sample: use axis=-1.
# rank: 30
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.max(axis=0, keepdims=True)
    return Tensor(shifted - np.log(np.exp(shifted).sum(axis=0, keepdims=True)))
