# misconception: Only the outputs of the layers are counted, the input of the network is forgotten.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes[1:]:
        total += batch * width * 4
    return total
