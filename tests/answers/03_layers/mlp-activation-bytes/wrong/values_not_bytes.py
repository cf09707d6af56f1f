# misconception: The number of values is returned instead of their bytes.
def mlp_activation_bytes(batch, sizes):
    return sum(batch * n for n in sizes)
