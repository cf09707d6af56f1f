# style: a new array for each parameter
#| export
def gradient_step(parameters, lr):
    for parameter in [each for each in parameters if each.grad is not None]:
        parameter.data = (parameter.data - lr * parameter.grad).astype(np.float32)
