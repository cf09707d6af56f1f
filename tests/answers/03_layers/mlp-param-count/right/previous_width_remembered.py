# style: The previous width is carried through the loop.
def mlp_param_count(sizes):
    previous = None
    total = 0
    for width in sizes:
        if previous is not None:
            total += previous * width + width
        previous = width
    return total
