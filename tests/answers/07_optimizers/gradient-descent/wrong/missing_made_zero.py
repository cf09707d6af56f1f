# misconception: You give a parameter without a gradient one of zeros. Its grad stays None:
#   leave it out.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is None:
            parameter.grad = np.zeros_like(parameter.data)
        parameter.data -= lr * parameter.grad
