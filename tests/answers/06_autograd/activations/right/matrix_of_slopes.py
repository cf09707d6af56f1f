# style: softmax with the whole matrix of slopes, tanh by its hyperbolic cosine
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    with np.errstate(over="ignore"):
        return grad / np.cosh(x) ** 2


def softmax_rule(grad, out, x, axis=-1):
    rows, arriving = np.moveaxis(out, axis, -1), np.moveaxis(grad, axis, -1)
    slopes = rows[..., None] * (np.eye(rows.shape[-1]) - rows[..., None, :])
    return np.moveaxis(np.einsum("...ij,...i->...j", slopes, arriving), -1, axis)
