# misconception: You add the gradient. It points uphill, so subtract it.
# rank: 10
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data += lr * parameter.grad
