# style: itertools.pairwise gives the layers.
from itertools import pairwise


def mlp_param_count(sizes):
    weights = sum(a * b for a, b in pairwise(sizes))
    biases = sum(sizes[1:])
    return weights + biases
