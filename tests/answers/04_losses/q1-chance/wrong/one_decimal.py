# misconception: One decimal is too few here: give at least two.
q1_ten = 2.3
q1_thousand = 6.93
