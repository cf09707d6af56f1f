# misconception: You leave out the input and the output of the network. Every width counts once.
def mlp_activation_bytes(batch, sizes):
    hidden = sizes[1:-1]
    return 4 * batch * sum(hidden)
