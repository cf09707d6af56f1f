# misconception: The product of the sizes is taken for FLOPs and halved to get MACs.
def linear_macs(batch, in_features, out_features):
    flops = batch * in_features * out_features
    return flops // 2
