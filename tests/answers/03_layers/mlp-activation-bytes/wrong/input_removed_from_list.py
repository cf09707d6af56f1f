# misconception: The input width is popped from the caller's list, so a second call counts too little.
def mlp_activation_bytes(batch, sizes):
    total = batch * sizes.pop(0)
    for width in sizes:
        total += batch * width
    return total * 4
