# misconception: You count the input twice. Every width counts once.
def mlp_activation_bytes(batch, sizes):
    total = batch * sizes[0]
    for width in sizes:
        total += batch * width
    return total * 4
