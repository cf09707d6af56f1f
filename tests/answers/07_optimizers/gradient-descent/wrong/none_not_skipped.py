# misconception: You do not leave out the parameters without a gradient. Ask whether
#   parameter.grad is None before you use it.
# rank: 11
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
