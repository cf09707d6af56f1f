# misconception: You multiply only the output by 4. The input takes 4 bytes a value too: put the sum
#   in brackets.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * in_features + batch * out_features * 4
