# misconception: You multiply only the input by the batch. Every width has a row for each sample.
def mlp_activation_bytes(batch, sizes):
    values = batch * sizes[0]
    for width in sizes[1:]:
        values += width
    return values * 4
