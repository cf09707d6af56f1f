# misconception: You leave out the hidden widths. Every width counts once.
def mlp_activation_bytes(batch, sizes):
    return 4 * batch * (sizes[0] + sizes[-1])
