# misconception: You replace infinity by the largest number there is. Where p is 0 or 1, p (1 - p)
#   counts as 1e-12.
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient = (predictions - targets) / (predictions * (1 - predictions))
    return grad * np.nan_to_num(quotient) / predictions.size
