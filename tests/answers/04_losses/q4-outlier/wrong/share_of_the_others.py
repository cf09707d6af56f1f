# misconception: That is the share of the other four. The last answer has the rest.
q4_mse = 104 / 5
q4_share = 4 / 104
