# misconception: You count only the output. The input takes memory too.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * out_features * 4
