# misconception: Your numbers become float64. Keep float32: use parameter.data -= ..., or lr
#   as a Python number.
# rank: 14
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data = parameter.data - np.array(lr) * parameter.grad
