# style: loops over samples and numbers
#| export
def mse_rule(grad, out, predictions, targets):
    result = np.empty_like(predictions)
    for place in np.ndindex(predictions.shape):
        result[place] = grad * 2 * (predictions[place] - targets[place]) / predictions.size
    return result


def cross_entropy_rule(grad, out, scores, labels):
    rows = []
    for row, label in zip(scores, labels, strict=True):
        powers = np.exp(row - row.max())
        shares = powers / powers.sum()
        shares[label] -= 1
        rows.append(grad * shares / len(scores))
    return np.stack(rows)


def binary_rule(grad, out, predictions, targets):
    result = np.empty_like(predictions)
    for place in np.ndindex(predictions.shape):
        p = predictions[place]
        result[place] = grad * (p - targets[place]) / max(p * (1 - p), 1e-12) / predictions.size
    return result
