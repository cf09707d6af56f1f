# misconception: You count equal widths once. Each place in the network has its own activations.
def mlp_activation_bytes(batch, sizes):
    widths = set(sizes)
    return 4 * batch * sum(widths)
