# misconception: You add the 3 that x holds. `grad` holds gradients only: 3 + 3 + 1.
q1_first = 3 + 7
q1_second = 3 + 7 + 7
