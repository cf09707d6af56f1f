# misconception: You subtract the step twice. One step is lr times the gradient.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= lr * parameter.grad
            parameter.data = parameter.data - lr * parameter.grad
