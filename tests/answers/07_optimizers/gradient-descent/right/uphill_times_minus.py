# style: add a negative step, in double precision
#| export
def gradient_step(parameters, lr):
    moving = filter(lambda each: each.grad is not None, parameters)
    for parameter in moving:
        step = -lr * parameter.grad.astype(np.float64)
        parameter.data += step.astype(np.float32)
