# style: functools.reduce over the three sizes.
from functools import reduce
from operator import mul


def linear_macs(batch, in_features, out_features):
    return reduce(mul, (batch, in_features, out_features), 1)
