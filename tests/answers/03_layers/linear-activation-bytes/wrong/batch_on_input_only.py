# misconception: The batch is multiplied with the input only; parentheses are missing around the sum of the widths.
def linear_activation_bytes(batch, in_features, out_features):
    values = batch * in_features + out_features
    return values * 4
