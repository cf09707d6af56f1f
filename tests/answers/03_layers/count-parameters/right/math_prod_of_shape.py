# style: The shape of every parameter is multiplied out.
import math


def count_parameters(layers):
    total = 0
    for layer in layers:
        for parameter in layer.parameters():
            total += math.prod(parameter.shape)
    return total
