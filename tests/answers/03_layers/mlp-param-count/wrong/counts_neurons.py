# misconception: You add the widths. Each layer has a weight for every pair of an input and an
#   output.
def mlp_param_count(sizes):
    return sum(sizes)
