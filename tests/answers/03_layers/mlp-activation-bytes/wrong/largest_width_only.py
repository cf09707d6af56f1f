# misconception: Only the largest width is counted, as if all others could use its memory.
def mlp_activation_bytes(batch, sizes):
    return batch * max(sizes) * 4
