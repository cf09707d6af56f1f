# misconception: The number of the example in the text is returned.
def linear_macs(batch, in_features, out_features):
    return 32 * 784 * 256
