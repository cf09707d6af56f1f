# misconception: That is the sum of the squares. The mean divides it by 5.
# rank: 10
q4_mse = 104
q4_share = 100 / 104
