# misconception: That compares it with the other four. The share is of all five together.
q4_mse = 104 / 5
q4_share = 100 / 4
