# misconception: You replace the parameter by the step. Subtract the step from what it was.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data = -lr * parameter.grad
