# misconception: You count the parameters and the gradients too. The question asks for what
#   Adam keeps beside them.
# rank: 11
q2_far = 0.01
q2_bytes = 4 * 4 * 9610
