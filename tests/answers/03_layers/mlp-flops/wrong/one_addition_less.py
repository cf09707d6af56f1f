# misconception: A dot product of n terms is counted with n - 1 additions.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += batch * n_out * (2 * n_in - 1)
    return total
