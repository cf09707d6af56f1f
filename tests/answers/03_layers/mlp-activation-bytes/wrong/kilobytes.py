# misconception: The result is in KB instead of bytes.
def mlp_activation_bytes(batch, sizes):
    return batch * sum(sizes) * 4 / 1024
