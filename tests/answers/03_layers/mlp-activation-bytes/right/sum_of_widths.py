# style: One product with the sum of the widths.
def mlp_activation_bytes(batch, sizes):
    return batch * sum(sizes) * 4
