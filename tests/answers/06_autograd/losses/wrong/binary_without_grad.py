# misconception: You leave out grad for yes or no. It is the gradient of the loss itself and not
#   always 1, so multiply by it.
# rank: 20
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    spread = np.maximum(predictions * (1 - predictions), 1e-12)
    return (predictions - targets) / spread / predictions.size
