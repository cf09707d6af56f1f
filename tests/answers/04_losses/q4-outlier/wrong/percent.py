# misconception: That is a percentage. The share is a number from 0 to 1.
q4_mse = 104 / 5
q4_share = 96.15
