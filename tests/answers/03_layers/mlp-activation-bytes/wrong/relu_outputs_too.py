# misconception: You count the outputs of activation functions too. By our convention each width
#   counts once.
def mlp_activation_bytes(batch, sizes):
    total = batch * sizes[0]
    for width in sizes[1:]:
        linear_output = batch * width
        relu_output = batch * width
        total += linear_output + relu_output
    return total * 4
