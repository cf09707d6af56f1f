# misconception: You skip every second layer. The pairs overlap: the output of one layer is the
#   input of the next.
def mlp_param_count(sizes):
    return sum(a * b + b for a, b in zip(sizes[::2], sizes[1::2]))
