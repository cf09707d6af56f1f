# misconception: Only the input is multiplied by the batch.
def mlp_activation_bytes(batch, sizes):
    values = batch * sizes[0]
    for width in sizes[1:]:
        values += width
    return values * 4
