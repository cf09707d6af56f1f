# misconception: The output is counted twice, before and after the bias is added.
def linear_activation_bytes(batch, in_features, out_features):
    x = batch * in_features
    xw = batch * out_features
    y = batch * out_features
    return 4 * (x + xw + y)
