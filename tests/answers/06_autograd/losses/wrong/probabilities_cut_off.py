# misconception: You move p away from 0 and 1, which makes p (1 - p) larger than asked. Only where
#   p (1 - p) is below 1e-12 it counts as 1e-12.
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    inner = np.clip(predictions, 1e-7, 1 - 1e-7)
    return grad * (inner - targets) / (inner * (1 - inner)) / predictions.size
