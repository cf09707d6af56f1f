# misconception: You give 0 where p is 0 or 1. A wrong prediction there gets a huge gradient: p (1
#   - p) counts as 1e-12.
# rank: 50
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    spread = predictions * (1 - predictions)
    zeros = np.zeros_like(predictions)
    result = np.divide(predictions - targets, spread, out=zeros, where=spread > 0)
    return grad * result / predictions.size
