# misconception: You subtract the same number everywhere, the mean of the gradient. Every
#   number has a gradient of its own.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= lr * np.mean(parameter.grad)
