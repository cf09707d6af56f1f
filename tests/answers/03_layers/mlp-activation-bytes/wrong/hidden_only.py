# misconception: Only the hidden widths are counted, without input and output.
def mlp_activation_bytes(batch, sizes):
    hidden = sizes[1:-1]
    return 4 * batch * sum(hidden)
