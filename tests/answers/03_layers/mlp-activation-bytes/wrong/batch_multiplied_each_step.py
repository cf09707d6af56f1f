# misconception: You multiply the total by the batch at every width. Multiply once, at the end.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes:
        total = (total + width) * batch
    return total * 4
