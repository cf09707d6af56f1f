# misconception: You compute in float32, which cannot hold large counts exactly. Use Python's whole
#   numbers.
def linear_flops(batch, in_features, out_features):
    macs = Tensor(batch) * in_features * out_features
    return int((macs * 2).data)
