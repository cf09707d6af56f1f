# misconception: The product is computed with float32 Tensors, which cannot hold large counts exactly.
def linear_flops(batch, in_features, out_features):
    macs = Tensor(batch) * in_features * out_features
    return int((macs * 2).data)
