# misconception: You add the batch to the widths. Every sample has all of them, so multiply.
def mlp_activation_bytes(batch, sizes):
    total = batch
    for n in sizes:
        total += n
    return total * 4
