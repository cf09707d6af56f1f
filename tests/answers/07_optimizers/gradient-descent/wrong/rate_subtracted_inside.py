# misconception: You subtract lr from the gradient. Multiply the gradient by lr.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= parameter.grad - lr
