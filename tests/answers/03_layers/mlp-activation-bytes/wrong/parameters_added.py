# misconception: You add the parameters. Only the activations are asked for.
def mlp_activation_bytes(batch, sizes):
    activations = batch * sum(sizes)
    params = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        params += n_in * n_out + n_out
    return (activations + params) * 4
