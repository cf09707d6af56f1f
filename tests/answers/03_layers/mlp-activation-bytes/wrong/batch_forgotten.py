# misconception: You leave out the batch. Every sample has its own activations.
def mlp_activation_bytes(batch, sizes):
    return 4 * sum(sizes)
