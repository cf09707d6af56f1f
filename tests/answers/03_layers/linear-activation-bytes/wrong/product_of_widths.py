# misconception: You multiply the two widths. Input and output lie side by side, so add them.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * in_features * out_features * 4
