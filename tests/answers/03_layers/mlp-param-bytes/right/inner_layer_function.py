# style: An inner function for one layer, applied with map.
def mlp_param_bytes(sizes):
    def layer_bytes(n_in, n_out):
        return 4 * n_out * (n_in + 1)

    return sum(map(layer_bytes, sizes[:-1], sizes[1:]))
