# style: by places
#| export
def gradient_step(parameters, lr):
    for i in range(len(parameters)):
        if parameters[i].grad is None:
            continue
        parameters[i].data[...] = parameters[i].data - lr * parameters[i].grad
