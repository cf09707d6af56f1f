# misconception: You multiply the gradient itself by lr. Make a new array, so that the
#   gradient stays as it is.
# rank: 15
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.grad *= lr
            parameter.data -= parameter.grad
