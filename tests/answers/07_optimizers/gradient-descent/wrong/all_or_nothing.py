# misconception: You move nothing if a single parameter has no gradient. Only that parameter
#   stays as it is.
# rank: 8
#| export
def gradient_step(parameters, lr):
    if all(parameter.grad is not None for parameter in parameters):
        for parameter in parameters:
            parameter.data -= lr * parameter.grad
