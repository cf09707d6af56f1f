# misconception: You differentiate only y log p. Where the target is 0, the loss is -log(1 - p),
#   with the slope 1 / (1 - p).
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    return grad * -targets / np.maximum(predictions, 1e-12) / predictions.size
