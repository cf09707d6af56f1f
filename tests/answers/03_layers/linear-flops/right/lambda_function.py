# style: A lambda bound to the name.
FLOPS_PER_MAC = 2

linear_flops = lambda batch, in_features, out_features: FLOPS_PER_MAC * batch * in_features * out_features
