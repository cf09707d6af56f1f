# misconception: Your results are positive. Logarithms of probabilities are 0 or less: the minus
#   sign comes later, in the loss.
#| export
def log_softmax(scores):
    shifted = scores.data - scores.data.max(axis=-1, keepdims=True)
    return Tensor(np.log(np.exp(shifted).sum(axis=-1, keepdims=True)) - shifted)
