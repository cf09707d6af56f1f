# misconception: You count only the input. The output takes memory too.
def linear_activation_bytes(batch, in_features, out_features):
    return 4 * batch * in_features
