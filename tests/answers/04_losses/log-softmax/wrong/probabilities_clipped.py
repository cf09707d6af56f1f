# misconception: You clip the probabilities from below, which cuts off every result far below 0.
#   Subtract the logarithm of the sum instead of dividing.
# read: Why they belong together
# rank: 13
#| export
def log_softmax(scores):
    powers = np.exp(scores.data - scores.data.max(axis=-1, keepdims=True))
    return Tensor(np.log(np.maximum(powers / powers.sum(axis=-1, keepdims=True), 1e-12)))
