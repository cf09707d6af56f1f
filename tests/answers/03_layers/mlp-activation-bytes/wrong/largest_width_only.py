# misconception: You count only the largest width. All widths are kept, so add them.
def mlp_activation_bytes(batch, sizes):
    return batch * max(sizes) * 4
