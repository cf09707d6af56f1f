# style: A loop over the two widths.
def linear_activation_bytes(batch, in_features, out_features):
    total = 0
    for width in (in_features, out_features):
        total += 4 * batch * width
    return total
