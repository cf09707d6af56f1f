# style: Recursion over the list of widths.
def mlp_param_count(sizes):
    if len(sizes) < 2:
        return 0
    first, second = sizes[0], sizes[1]
    return first * second + second + mlp_param_count(sizes[1:])
