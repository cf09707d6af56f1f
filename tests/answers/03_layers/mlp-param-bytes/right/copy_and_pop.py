# style: A private copy of the widths is used up from the front.
from collections import deque


def mlp_param_bytes(sizes):
    remaining = deque(sizes)
    count = 0
    n_in = remaining.popleft()
    while remaining:
        n_out = remaining.popleft()
        count += n_in * n_out + n_out
        n_in = n_out
    return count * 4
