# misconception: `backward` adds to what `grad` holds, it does not replace it: without zero_grad
#   the second pass adds another 7.
# rank: 10
q1_first = 7
q1_second = 7
