# misconception: You leave out the input of the network. Every width counts once.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes[1:]:
        total += batch * width * 4
    return total
