# misconception: You take widths out of the list that was passed in. Only read it: it may be a
#   tuple, and it belongs to the caller.
def mlp_flops(batch, sizes):
    total = 0
    n_out = sizes.pop()
    while sizes:
        n_in = sizes.pop()
        total += 2 * batch * n_in * n_out
        n_out = n_in
    return total
