# style: Input plus output of every layer, minus the widths that were met twice.
def mlp_activation_bytes(batch, sizes):
    both = sum(a + b for a, b in zip(sizes[:-1], sizes[1:]))
    twice = sum(sizes[1:-1])
    return 4 * batch * (both - twice)
