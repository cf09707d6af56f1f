# misconception: You average the sizes of the errors. The errors are squared.
# rank: 11
q4_mse = 14 / 5
q4_share = 100 / 104
