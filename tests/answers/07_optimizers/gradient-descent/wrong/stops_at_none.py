# misconception: You stop at the first parameter without a gradient. Go on with the next
#   one: continue, not break or return.
# rank: 12
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is None:
            break
        parameter.data -= lr * parameter.grad
