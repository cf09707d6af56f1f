# misconception: Only input and output of the network are counted, the hidden widths are forgotten.
def mlp_activation_bytes(batch, sizes):
    return 4 * batch * (sizes[0] + sizes[-1])
