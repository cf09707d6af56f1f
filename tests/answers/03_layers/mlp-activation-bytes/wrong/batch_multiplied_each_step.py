# misconception: The running total is multiplied by the batch at every step instead of once.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes:
        total = (total + width) * batch
    return total * 4
