# misconception: The inputs of the layers are counted, the output of the network is forgotten.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += batch * sizes[i]
    return total * 4
