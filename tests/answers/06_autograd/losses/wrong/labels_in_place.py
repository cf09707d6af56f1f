# misconception: You turn the labels into other numbers in their own array. Compute with a copy,
#   and leave the labels as they are.
#| export
def mse_rule(grad, out, predictions, targets):
    return grad * 2 * (predictions - targets) / predictions.size


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    labels += scores.shape[1] * np.arange(len(labels))
    result.ravel()[labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    spread = np.maximum(predictions * (1 - predictions), 1e-12)
    return grad * (predictions - targets) / spread / predictions.size
