# misconception: You take the input width out of the list that was passed in. Only read it: it may
#   be a tuple, and it belongs to the caller.
def mlp_activation_bytes(batch, sizes):
    total = batch * sizes.pop(0)
    for width in sizes:
        total += batch * width
    return total * 4
