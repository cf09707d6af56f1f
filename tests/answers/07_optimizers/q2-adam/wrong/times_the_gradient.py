# misconception: You multiply the learning rate by the gradient, as SGD does. The first step of
#   Adam is as long as the learning rate; and it keeps two means for each number.
q2_far = 0.01 * 500
q2_bytes = 4 * 9610
