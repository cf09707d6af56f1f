# misconception: Both means start at 0, and the gradient enters them before the parameter
#   moves: it moves in the first step too.
q2_far = 0.0
q2_bytes = 2 * 4 * 9610
