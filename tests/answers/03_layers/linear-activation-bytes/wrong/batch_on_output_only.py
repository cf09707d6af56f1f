# misconception: The output is multiplied by the batch, the input is counted for one sample only.
def linear_activation_bytes(batch, in_features, out_features):
    return (in_features + batch * out_features) * 4
