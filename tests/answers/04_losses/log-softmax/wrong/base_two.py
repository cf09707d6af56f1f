# misconception: You use the logarithm to base 2. The natural logarithm is np.log.
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.max(axis=-1, keepdims=True)
    return Tensor((shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))) / np.log(2))
