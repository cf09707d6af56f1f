# misconception: You change the gradient by the parameter. It is the parameter that moves:
#   parameter.data -= lr * parameter.grad.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.grad -= lr * parameter.data
