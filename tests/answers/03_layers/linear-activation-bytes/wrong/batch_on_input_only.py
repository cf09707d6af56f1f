# misconception: You multiply only the input by the batch. The output has a row for every sample
#   too: put the sum in brackets.
def linear_activation_bytes(batch, in_features, out_features):
    values = batch * in_features + out_features
    return values * 4
