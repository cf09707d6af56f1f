# misconception: That is its share of the sizes of the errors. In the mean squared error it
#   counts with its square.
q4_mse = 104 / 5
q4_share = 10 / 14
