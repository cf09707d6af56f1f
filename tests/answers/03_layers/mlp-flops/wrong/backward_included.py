# misconception: You count the backward pass too. Only the forward pass is asked for.
def mlp_flops(batch, sizes):
    forward = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        forward += 2 * batch * n_in * n_out
    return 3 * forward
