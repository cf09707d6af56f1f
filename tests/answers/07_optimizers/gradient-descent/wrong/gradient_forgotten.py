# misconception: You set the gradients to None. The step only reads them; zero_grad forgets
#   them.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= lr * parameter.grad
            parameter.grad = None
