# misconception: You divide the gradient by its length. The task asks for lr times the
#   gradient as it is.
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.data -= lr * parameter.grad / np.linalg.norm(parameter.grad)
