# misconception: You return the probabilities. Their logarithm is asked for.
#| export
def log_softmax(scores):
    powers = np.exp(scores.data - scores.data.max(axis=-1, keepdims=True))
    return Tensor(powers / powers.sum(axis=-1, keepdims=True))
