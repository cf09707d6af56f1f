# misconception: You ask whether the gradient is true, which an array of several numbers
#   cannot say. Write: if parameter.grad is not None.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad:
            parameter.data -= lr * parameter.grad
