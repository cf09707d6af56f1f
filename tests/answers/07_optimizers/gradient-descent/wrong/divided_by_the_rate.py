# misconception: You divide the gradient by lr. Multiply, so that a smaller rate gives a
#   shorter step.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= parameter.grad / lr
