# misconception: Your function works for three layers only. There may be any number of them: use a
#   loop.
def mlp_flops(batch, sizes):
    layer1 = 2 * batch * sizes[0] * sizes[1]
    layer2 = 2 * batch * sizes[1] * sizes[2]
    layer3 = 2 * batch * sizes[2] * sizes[3]
    return layer1 + layer2 + layer3
