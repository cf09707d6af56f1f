# misconception: You lift p and 1 - p each on its own, which gives 1 where p is exactly right.
#   Write one fraction, (p - y) / (p (1 - p)), and lift its denominator.
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    no = (1 - targets) / np.maximum(1 - predictions, 1e-12)
    yes = targets / np.maximum(predictions, 1e-12)
    return grad * (no - yes) / predictions.size
