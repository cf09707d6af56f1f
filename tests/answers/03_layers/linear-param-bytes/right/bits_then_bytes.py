# style: Bits first, then an exact integer division by 8.
def linear_param_bytes(in_features: int, out_features: int, bias: bool = True) -> int:
    bits = 32 * in_features * out_features
    if bias:
        bits += 32 * out_features
    return bits // 8
