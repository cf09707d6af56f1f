# misconception: You return FLOPs. One MAC is a multiplication and its addition together, counted
#   once.
def linear_macs(batch, in_features, out_features):
    multiplications = batch * in_features * out_features
    additions = batch * in_features * out_features
    return multiplications + additions
