# misconception: You count the sum as 2. x is added once, so it sends 1 back: 3 + 3 + 1.
q1_first = 3 + 3 + 2
q1_second = 2 * (3 + 3 + 2)
