# misconception: The batch is added to the widths instead of multiplied with them.
def mlp_activation_bytes(batch, sizes):
    total = batch
    for n in sizes:
        total += n
    return total * 4
