# misconception: You divide by n - 1, as for a variance. There are five answers.
q4_mse = 104 / 4
q4_share = 100 / 104
