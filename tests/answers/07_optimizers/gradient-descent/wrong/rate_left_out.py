# misconception: You subtract the whole gradient. Multiply it by lr first.
# rank: 13
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= parameter.grad
