# misconception: Your function works for lists only. The widths may come as a tuple too: only read
#   them.
def mlp_param_bytes(sizes):
    outputs = sizes[1:] + [0]
    total = 0
    for n_in, n_out in zip(sizes, outputs):
        total += n_in * n_out + n_out
    return total * 4
