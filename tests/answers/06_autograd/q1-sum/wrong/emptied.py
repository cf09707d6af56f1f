# misconception: Nothing empties `grad` but zero_grad, which is not called: the second pass adds
#   to it.
q1_first = 7
q1_second = 0
