# misconception: Input plus output of every layer is summed, so each hidden width is counted twice.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += 4 * batch * (n_in + n_out)
    return total
