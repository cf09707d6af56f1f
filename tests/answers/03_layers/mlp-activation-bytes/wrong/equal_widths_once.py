# misconception: The widths are put into a set, so widths that occur twice are counted once.
def mlp_activation_bytes(batch, sizes):
    widths = set(sizes)
    return 4 * batch * sum(widths)
