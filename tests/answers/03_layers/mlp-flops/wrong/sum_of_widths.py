# misconception: Two operations per neuron are counted instead of two per connection.
def mlp_flops(batch, sizes):
    return 2 * batch * sum(sizes)
