# misconception: You return KB. Bytes are asked for, so do not divide by 1,024.
def mlp_param_bytes(sizes):
    count = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        count += n_in * n_out + n_out
    return count * 4 / 1024
