# misconception: You multiply only the biases by 4. Put the sum in brackets: the weights take 4
#   bytes each too.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out * 4
    return total
