# style: A product in an accumulator, starting from 2.
def linear_flops(batch: int, in_features: int, out_features: int) -> int:
    flops = 2
    for size in [batch, in_features, out_features]:
        flops *= size
    return flops
