# misconception: The widths are popped from the caller's list, which is used up afterwards.
def mlp_flops(batch, sizes):
    total = 0
    n_out = sizes.pop()
    while sizes:
        n_in = sizes.pop()
        total += 2 * batch * n_in * n_out
        n_out = n_in
    return total
