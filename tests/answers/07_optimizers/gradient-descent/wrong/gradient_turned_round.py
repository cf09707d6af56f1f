# misconception: You turn the sign of the gradient itself. Subtract it, and leave it as it
#   is.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            np.negative(parameter.grad, out=parameter.grad)
            parameter.data += lr * parameter.grad
