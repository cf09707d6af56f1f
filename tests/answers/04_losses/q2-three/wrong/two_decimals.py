# misconception: Two decimals are too few here: give at least three.
q2_loss = 1.39
q2_typical = 0.25
