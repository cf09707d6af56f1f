# misconception: FLOPs are returned: multiplications and additions are counted apart.
def linear_macs(batch, in_features, out_features):
    multiplications = batch * in_features * out_features
    additions = batch * in_features * out_features
    return multiplications + additions
