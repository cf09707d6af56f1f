# misconception: You square the mean of the errors. Square each error first.
q4_mse = (10 / 5) ** 2
q4_share = 1.0
