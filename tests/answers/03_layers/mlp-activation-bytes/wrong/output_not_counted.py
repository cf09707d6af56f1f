# misconception: You leave out the output of the network. Every width counts once.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += batch * sizes[i]
    return total * 4
