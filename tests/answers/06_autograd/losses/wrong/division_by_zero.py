# misconception: You divide by 0 where p is 0 or 1. There, p (1 - p) counts as 1e-12.
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
    spread = predictions * (1 - predictions)
    return grad * (predictions - targets) / spread / predictions.size
