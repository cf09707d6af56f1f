# misconception: You return MACs. Each of them is 2 FLOPs: a multiplication and an addition.
def linear_flops(batch, in_features, out_features):
    return batch * in_features * out_features
