# misconception: Your function works for four widths only. There may be any number of them: use a
#   loop.
def mlp_param_count(sizes):
    a, b, c, d = sizes
    return a * b + b + b * c + c + c * d + d
