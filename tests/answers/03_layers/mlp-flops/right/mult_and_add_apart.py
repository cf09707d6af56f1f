# style: Multiplications and additions in two sums over pairwise widths.
from itertools import pairwise


def mlp_flops(batch, sizes):
    multiplications = sum(batch * a * b for a, b in pairwise(sizes))
    additions = sum(batch * a * b for a, b in pairwise(sizes))
    return multiplications + additions
