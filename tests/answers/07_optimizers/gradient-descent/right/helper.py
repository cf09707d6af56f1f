# style: a function of its own for one parameter
#| export
def _move(parameter, lr):
    gradient = parameter.grad
    return parameter.data if gradient is None else np.float32(parameter.data - lr * gradient)


def gradient_step(parameters, lr):
    for parameter in parameters:
        parameter.data = _move(parameter, lr)
