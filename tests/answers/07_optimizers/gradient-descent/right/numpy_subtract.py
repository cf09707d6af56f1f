# style: NumPy's function, in place
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            np.subtract(parameter.data, lr * parameter.grad, out=parameter.data)
