# misconception: You take widths out of the list that was passed in. Only read it: it may be a
#   tuple, and it belongs to the caller.
def mlp_param_count(sizes):
    total = 0
    while len(sizes) > 1:
        n_in = sizes.pop(0)
        total += n_in * sizes[0] + sizes[0]
    return total
