# misconception: You use only the sign of the gradient. Its size counts too: subtract lr
#   times the gradient.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= lr * np.sign(parameter.grad)
