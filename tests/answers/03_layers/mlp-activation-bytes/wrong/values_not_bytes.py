# misconception: You return the number of values. Each takes 4 bytes.
def mlp_activation_bytes(batch, sizes):
    return sum(batch * n for n in sizes)
