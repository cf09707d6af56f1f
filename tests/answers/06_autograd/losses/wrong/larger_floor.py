# misconception: You lift p (1 - p) to another number than 1e-12. Where it is smaller than 1e-12,
#   it counts as 1e-12.
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    spread = np.maximum(predictions * (1 - predictions), 1e-7)
    return grad * (predictions - targets) / spread / predictions.size
