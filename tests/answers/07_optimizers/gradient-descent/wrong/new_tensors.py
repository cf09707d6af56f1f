# misconception: You make new Tensors, and the parameters themselves stay as they are.
#   Assign to parameter.data.
# rank: 9
#| export
def gradient_step(parameters, lr):
    for parameter in parameters:
        if parameter.grad is not None:
            parameter = Tensor(parameter.data - lr * parameter.grad)
