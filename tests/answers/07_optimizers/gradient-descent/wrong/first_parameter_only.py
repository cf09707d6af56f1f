# misconception: You return inside the loop, so only the first parameter moves. Go through
#   all of them.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= lr * parameter.grad
        return
