# misconception: You mix parameter and gradient with the shares 1 - lr and lr. Keep the
#   whole parameter and subtract lr times the gradient.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data = (1 - lr) * parameter.data - lr * parameter.grad
