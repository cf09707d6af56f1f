# misconception: You return the logarithm of the sum. Subtract it from the scores.
#| export
def log_softmax(scores):
    m = scores.data.max(axis=-1, keepdims=True)
    total = m + np.log(np.exp(scores.data - m).sum(axis=-1, keepdims=True))
    return Tensor(np.broadcast_to(total, scores.shape))
