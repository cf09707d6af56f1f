# misconception: The input is counted once on its own and once more as the first width.
def mlp_activation_bytes(batch, sizes):
    total = batch * sizes[0]
    for width in sizes:
        total += batch * width
    return total * 4
