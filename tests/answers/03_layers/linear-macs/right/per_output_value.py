# style: Number of output values times the length of each dot product.
def linear_macs(batch: int, in_features: int, out_features: int) -> int:
    output_values = batch * out_features
    macs_per_value = in_features
    return output_values * macs_per_value
