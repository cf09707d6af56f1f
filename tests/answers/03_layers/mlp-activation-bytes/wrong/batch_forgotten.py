# misconception: The memory of one sample is given, the batch is forgotten.
def mlp_activation_bytes(batch, sizes):
    return 4 * sum(sizes)
