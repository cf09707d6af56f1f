# misconception: You return gradients for predictions and targets. Targets get none: return that
#   of the predictions alone.
#| export
def mse_rule(grad, out, predictions, targets):
    result = grad * 2 * (predictions - targets) / predictions.size
    return result, -result


def cross_entropy_rule(grad, out, scores, labels):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result = powers / powers.sum(axis=1, keepdims=True)
    result[np.arange(len(labels)), labels] -= 1
    return grad * result / len(labels)


def binary_rule(grad, out, predictions, targets):
    spread = np.maximum(predictions * (1 - predictions), 1e-12)
    return grad * (predictions - targets) / spread / predictions.size
