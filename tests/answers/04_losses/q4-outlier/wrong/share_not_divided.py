# misconception: That is what the last answer adds to the mean, 100 / 5. Divide it by the mean.
q4_mse = 104 / 5
q4_share = 20
