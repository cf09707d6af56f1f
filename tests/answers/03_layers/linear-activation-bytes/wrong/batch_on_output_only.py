# misconception: You multiply only the output by the batch. The input has a row for every sample
#   too.
def linear_activation_bytes(batch, in_features, out_features):
    return (in_features + batch * out_features) * 4
