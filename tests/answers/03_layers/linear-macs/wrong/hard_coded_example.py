# misconception: You return the number from the example. Compute it from the arguments.
def linear_macs(batch, in_features, out_features):
    return 32 * 784 * 256
