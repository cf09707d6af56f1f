# style: One factored product.
def linear_activation_bytes(batch: int, in_features: int, out_features: int) -> int:
    bytes_per_sample = (in_features + out_features) << 2
    return bytes_per_sample * batch
