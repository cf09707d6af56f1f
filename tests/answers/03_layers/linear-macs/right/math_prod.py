# style: math.prod over the sizes, made an int.
import math


def linear_macs(batch, in_features, out_features):
    return int(math.prod([batch, in_features, out_features]))
